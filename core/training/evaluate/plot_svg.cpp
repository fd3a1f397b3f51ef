#include "training/evaluate/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

namespace lpd::training {

namespace {

constexpr double kWidth = 760, kHeight = 420;
constexpr double kLeft = 64, kRight = 190, kTop = 54, kBottom = 52;
constexpr std::array<const char*, 8> kLineColours = {"#FF8A4C", "#5B8DEF", "#9A9EA8", "#3FB68B",
                                                     "#C678DD", "#E5C07B", "#56B6C2", "#E06C75"};

std::string number(double value) {
  char text[48];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string label(double value) {
  char text[48];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// 1, 2 or 5 times a power of ten, so that about `parts` of them make up the range.
double roundStep(double range, int parts) {
  const double raw = std::max(range, 1e-9) / parts;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= raw) return factor * power;
  return 10 * power;
}

struct Axes {
  double fromX, toX, fromY, toY;  // x: log2 of steps

  double x(double steps) const {
    const double share = toX > fromX ? (std::log2(steps) - fromX) / (toX - fromX) : 0.5;
    return kLeft + share * (kWidth - kLeft - kRight);
  }
  double y(double value) const { return kTop + (toY - value) / (toY - fromY) * (kHeight - kTop - kBottom); }
};

using Line = std::vector<const EvaluationCell*>;

// Cells of one line share everything but the number of steps; named by what tells lines apart.
std::map<std::string, Line> linesOf(const Evaluation& evaluation) {
  const auto differs = [&](auto member) {
    return std::any_of(evaluation.cells.begin(), evaluation.cells.end(),
                       [&](const EvaluationCell& cell) { return cell.*member != evaluation.cells.front().*member; });
  };
  const bool guidance = !evaluation.cells.empty() && differs(&EvaluationCell::guidance);
  const bool temperature = !evaluation.cells.empty() && differs(&EvaluationCell::temperature);
  std::map<std::string, Line> lines;
  for (const EvaluationCell& cell : evaluation.cells) {
    std::string name(toString(cell.order));
    if (guidance) name += ", guidance " + label(cell.guidance);
    if (temperature) name += ", t " + label(cell.temperature);
    lines[name].push_back(&cell);
  }
  for (auto& [name, line] : lines)
    std::sort(line.begin(), line.end(), [](const auto* a, const auto* b) { return a->steps < b->steps; });
  return lines;
}

Axes axesOf(const Evaluation& evaluation, const Plot& plot) {
  Axes axes{1e9, -1e9, plot.reference >= 0 ? plot.reference : 1e300, plot.reference >= 0 ? plot.reference : -1e300};
  for (const EvaluationCell& cell : evaluation.cells) {
    const Estimate& figure = cell.*plot.figure;
    axes.fromX = std::min(axes.fromX, std::log2(cell.steps));
    axes.toX = std::max(axes.toX, std::log2(cell.steps));
    axes.fromY = std::min(axes.fromY, figure.low * plot.percent);
    axes.toY = std::max(axes.toY, figure.high * plot.percent);
  }
  const double step = roundStep(axes.toY - axes.fromY, 5);
  axes.fromY = std::floor(axes.fromY / step) * step;
  axes.toY = std::ceil(axes.toY / step) * step;
  if (axes.toY <= axes.fromY) axes.toY = axes.fromY + step;
  return axes;
}

std::string text(double x, double y, const std::string& content, const char* attributes) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + attributes + ">" + escaped(content) + "</text>\n";
}

std::string frame(const Evaluation& evaluation, const Plot& plot, const Axes& axes) {
  std::string svg = text(kLeft, 26, plot.title, "font-size=\"16\" font-weight=\"600\" fill=\"#ECEDEF\"");
  svg += text(kLeft, 43, plot.unit, "fill=\"#9A9EA8\"");
  const double step = roundStep(axes.toY - axes.fromY, 5);
  for (double value = axes.fromY; value <= axes.toY + step / 2; value += step) {
    svg += "<path d=\"M" + number(kLeft) + " " + number(axes.y(value)) + "H" + number(kWidth - kRight) +
           "\" stroke=\"#24262B\"/>\n";
    svg += text(kLeft - 10, axes.y(value) + 4, label(std::abs(value) < step / 2 ? 0 : value),
                "text-anchor=\"end\" fill=\"#9A9EA8\"");
  }
  std::map<int, bool> steps;
  for (const EvaluationCell& cell : evaluation.cells)
    steps[cell.steps] = true;
  for (const auto& [count, unused] : steps)
    svg +=
        text(axes.x(count), kHeight - kBottom + 20, std::to_string(count), "text-anchor=\"middle\" fill=\"#9A9EA8\"");
  svg += text((kLeft + kWidth - kRight) / 2, kHeight - 10, "steps", "text-anchor=\"middle\" fill=\"#9A9EA8\"");
  if (plot.reference >= 0) {
    svg += "<path d=\"M" + number(kLeft) + " " + number(axes.y(plot.reference)) + "H" + number(kWidth - kRight) +
           "\" stroke=\"#ECEDEF\" stroke-opacity=\"0.6\" stroke-dasharray=\"4 4\"/>\n";
  }
  return svg;
}

}  // namespace

std::string plotSvg(const Evaluation& evaluation, const Plot& plot) {
  const Axes axes = axesOf(evaluation, plot);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(kWidth) + " " +
                    number(kHeight) +
                    "\" font-family=\"Inter, system-ui, sans-serif\" font-size=\"12\">\n"
                    "<rect width=\"100%\" height=\"100%\" rx=\"12\" fill=\"#141519\"/>\n";
  svg += frame(evaluation, plot, axes);
  std::size_t index = 0;
  double legendY = kTop + 10;
  if (plot.reference >= 0) {
    svg += "<path d=\"M" + number(kWidth - kRight + 12) + " " + number(legendY - 4) +
           "h16\" stroke=\"#ECEDEF\" stroke-opacity=\"0.6\" stroke-dasharray=\"4 4\"/>\n" +
           text(kWidth - kRight + 32, legendY, plot.referenceName, "fill=\"#ECEDEF\"");
    legendY += 20;
  }
  for (const auto& [name, line] : linesOf(evaluation)) {
    const std::string colour = kLineColours[index++ % kLineColours.size()];
    std::string path, marks;
    for (const EvaluationCell* cell : line) {
      const Estimate& figure = cell->*plot.figure;
      const double x = axes.x(cell->steps);
      path += std::string(path.empty() ? "M" : "L") + number(x) + " " + number(axes.y(figure.value * plot.percent));
      marks += "<path d=\"M" + number(x) + " " + number(axes.y(figure.low * plot.percent)) + "V" +
               number(axes.y(figure.high * plot.percent)) + "\" stroke=\"" + colour +
               "\" stroke-opacity=\"0.5\" "
               "stroke-width=\"5\" stroke-linecap=\"round\"/>\n<circle cx=\"" +
               number(x) + "\" cy=\"" + number(axes.y(figure.value * plot.percent)) + "\" r=\"4\" fill=\"" + colour +
               "\"/>\n";
    }
    svg += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"/>\n" + marks;
    svg += "<circle cx=\"" + number(kWidth - kRight + 20) + "\" cy=\"" + number(legendY - 4) + "\" r=\"5\" fill=\"" +
           colour + "\"/>\n" + text(kWidth - kRight + 32, legendY, name, "fill=\"#ECEDEF\"");
    legendY += 20;
  }
  return svg + "</svg>\n";
}

}  // namespace lpd::training
