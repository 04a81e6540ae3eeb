/** CRM: sellers approve and close orders. */
@NullMarked
package com.alexandrite.crm;

import org.jspecify.annotations.NullMarked;
