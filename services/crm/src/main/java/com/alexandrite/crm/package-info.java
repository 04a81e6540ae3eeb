/** CRM: sellers approve priced orders and close delivered ones. */
@NullMarked
package com.alexandrite.crm;

import org.jspecify.annotations.NullMarked;
