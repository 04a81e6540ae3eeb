/** The pages for sellers. */
@NullMarked
package com.alexandrite.crm.web;

import org.jspecify.annotations.NullMarked;
