package com.alexandrite.pricing.model;

/**
 * The measured body, after repairs.
 *
 * @param volumeMm3 volume to price, always positive
 * @param surfaceMm2 surface
 * @param box extent
 * @param shells parts that are joined by edges
 * @param genus handles summed over all shells
 * @param geometryHash equal for equal triangles in any order; says nothing against forgery
 */
public record PricedBody(
    double volumeMm3, double surfaceMm2, Box box, int shells, int genus, String geometryHash) {}
