/**
 * The console on a Kubernetes cluster: shows and steers the Rollouts that Argo's controller
 * executes there. Nothing here is loaded unless a cluster is named.
 */
@NullMarked
package com.alexandrite.console.cluster;

import org.jspecify.annotations.NullMarked;
