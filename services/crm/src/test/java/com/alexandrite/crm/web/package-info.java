@NullMarked
package com.alexandrite.crm.web;

import org.jspecify.annotations.NullMarked;
