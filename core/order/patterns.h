#pragma once

#include <lpd/order.h>

namespace lpd {

// Fixed generation orders of the literature, each a permutation of every grid. The same for every seed.

/// Row by row: the order of VQGAN and LlamaGen.
Order rasterOrder(const Grid& grid);

/// Low discrepancy: the Halton sequence with base 2 across and base 3 down, each point taken to the cell it falls in,
/// cells met before left out. Halton 1960; for token schedules: Besnier et al., "Halton scheduler for masked
/// generative image transformer", ICLR 2025.
Order haltonOrder(const Grid& grid);

/// Block-parallel raster: the grid is split into regions, and the same offset of all regions follows consecutively,
/// offsets in raster order. 4 regions a side (16 tokens a step) where the side has 8 positions or more, else 2; sides
/// that do not divide evenly have regions that differ by one. Wang et al., "Parallelized autoregressive visual
/// generation" (PAR), CVPR 2025.
Order parOrder(const Grid& grid);

/// Anti-diagonals from the top left corner, each from its upper end: a position follows its upper and left neighbours.
/// He et al., "Neighboring autoregressive modeling" (NAR), 2025; ZipAR (He et al. 2024) decodes the same front.
Order wavefrontOrder(const Grid& grid);

/// Clockwise from the top left corner along the border and on inwards.
Order spiralOrder(const Grid& grid);

/// Hierarchical: every 2^k-th row and column before the cells between them, for falling k, by reversing the bits of
/// both coordinates; within a level the diagonal neighbour comes first, as in Bayer's dither matrix.
Order coarseToFineOrder(const Grid& grid);

}  // namespace lpd
