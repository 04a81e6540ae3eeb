@NullMarked
package com.alexandrite.mes.web;

import org.jspecify.annotations.NullMarked;
