@NullMarked
package com.alexandrite.shop.web;

import org.jspecify.annotations.NullMarked;
