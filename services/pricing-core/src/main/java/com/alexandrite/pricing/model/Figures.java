package com.alexandrite.pricing.model;

/**
 * Sums over all triangles of a mesh.
 *
 * @param triangles how many
 * @param volumeMm3 signed volume about the centre of the box; independent of that point only for a
 *     closed mesh
 * @param surfaceMm2 sum of the areas
 * @param box of the corners of the triangles
 */
public record Figures(int triangles, double volumeMm3, double surfaceMm2, Box box) {}
