#include "order/order_check.h"
#include "order/step_colour.h"

#include <lpd/error.h>
#include <lpd/order.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace lpd {

namespace {

constexpr const char* kCanvas = "#0D0E11";
constexpr double kSmallestFont = 6;  // numbers below this are noise

// Shortest decimal with at most two places.
std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string digits = text;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

struct Layout {
  double margin, cell, gap, fontSize;

  Layout(const Grid& grid, int side) {
    margin = side / 40.0;
    cell = (side - 2 * margin) / std::max(grid.width, grid.height);
    gap = std::min(2.0, cell / 12);
    fontSize = cell * 0.38;
  }
};

std::string cellRect(const Grid& grid, int position, const Layout& layout, const Colour& colour) {
  const double size = layout.cell - layout.gap;
  return "<rect x=\"" + number(layout.margin + grid.column(position) * layout.cell + layout.gap / 2) + "\" y=\"" +
         number(layout.margin + grid.row(position) * layout.cell + layout.gap / 2) + "\" width=\"" + number(size) +
         "\" height=\"" + number(size) + "\" rx=\"" + number(layout.cell / 10) + "\" fill=\"" + colour.hex() + "\"/>\n";
}

std::string cellNumber(const Grid& grid, int position, const Layout& layout, const Colour& colour, int step) {
  const bool dark = wantsDarkText(colour);
  return "<text x=\"" + number(layout.margin + (grid.column(position) + 0.5) * layout.cell) + "\" y=\"" +
         number(layout.margin + (grid.row(position) + 0.5) * layout.cell + layout.fontSize * 0.36) + "\" fill=\"" +
         (dark ? "#180A04\" fill-opacity=\"0.84" : "#FFFFFF\" fill-opacity=\"0.95") + "\">" + std::to_string(step + 1) +
         "</text>\n";
}

}  // namespace

std::string orderToSvg(const Grid& grid, const Order& order, const GroupSizes& groupSizes, int side) {
  validateGrid(grid);
  if (side < 16 || side > 65536) throw Error(ErrorCode::Usage, "a drawing must be 16 to 65536 px wide");
  validateOrder(order, grid.count());
  const GroupSizes sizes = effectiveGroupSizes(groupSizes, grid.count());
  const Layout layout(grid, side);
  const std::string width = number(2 * layout.margin + grid.width * layout.cell);
  const std::string height = number(2 * layout.margin + grid.height * layout.cell);
  const int steps = static_cast<int>(sizes.size());

  std::string rects, numbers;
  std::size_t next = 0;
  for (int step = 0; step < steps; ++step) {
    const Colour colour = stepColour(step, steps);
    for (int i = 0; i < sizes[static_cast<std::size_t>(step)]; ++i) {
      const int position = order[next++];
      rects += cellRect(grid, position, layout, colour);
      if (layout.fontSize >= kSmallestFont) numbers += cellNumber(grid, position, layout, colour, step);
    }
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " +
         width + " " + height + "\">\n<title>Generation order: " + std::to_string(grid.count()) + " positions in " +
         std::to_string(steps) + " steps</title>\n<rect width=\"100%\" height=\"100%\" fill=\"" + kCanvas +
         "\"/>\n<g>\n" + rects + "</g>\n<g font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\" font-size=\"" +
         number(layout.fontSize) + "\" font-weight=\"500\" text-anchor=\"middle\">\n" + numbers + "</g>\n</svg>\n";
}

}  // namespace lpd
