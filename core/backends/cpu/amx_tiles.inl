// What the files that use AMX share; included inside their anonymous namespaces.

// A tile is 16 rows of 64 bytes. A product of tiles adds a[16][32] * b[32][16] to fp32 c[16][16]; b stands in pairs:
// b[k][n] and b[k + 1][n] side by side, 16 pairs of rows below each other.
constexpr int kSide = 16, kDepth = 32;
constexpr int kTileValues = kSide * kDepth;  // bfloat16 values of an operand's tile

struct alignas(64) TileConfiguration {
  std::uint8_t palette = 1, startRow = 0, reserved[14] = {};
  std::uint16_t rowBytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {kSide, kSide, kSide, kSide, kSide, kSide, kSide, kSide};
};

struct TileState {
  TileState() {
    const TileConfiguration configuration;
    _tile_loadconfig(&configuration);
  }
  ~TileState() { _tile_release(); }
};
