#include "mock_scenes.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <cmath>

namespace mock {

namespace {

// Everything is drawn in a unit square.
void sky(QPainter& p, std::initializer_list<std::pair<qreal, const char*>> stops) {
  QLinearGradient gradient(0, 0, 0, 1);
  for (const auto& [at, color] : stops)
    gradient.setColorAt(at, QColor(color));
  p.fillRect(QRectF(0, 0, 1, 1), gradient);
}

void disc(QPainter& p, QPointF centre, qreal radius, const QColor& color) {
  p.setBrush(color);
  p.drawEllipse(centre, radius, radius);
}

void polygon(QPainter& p, const QList<QPointF>& points, const QColor& color) {
  p.setBrush(color);
  p.drawPolygon(points.constData(), int(points.size()));
}

void hills(QPainter& p, qreal top, qreal height, qreal phase, const QColor& color) {
  QPainterPath path(QPointF(0, 1));
  for (int i = 0; i <= 40; ++i) {
    const qreal x = i / 40.0;
    path.lineTo(x, top + height * std::sin(phase + x * 5.5) * 0.5 + height * 0.25 * std::sin(phase * 2 + x * 13));
  }
  path.lineTo(1, 1);
  p.fillPath(path, color);
}

void sunset(QPainter& p, qreal shift) {
  sky(p, {{0, "#46317F"}, {0.22, "#8C4590"}, {0.42, "#E2588A"}, {0.68, "#F2936F"}, {0.85, "#FBBF60"}});
  disc(p, {0.3 + shift, 0.4}, 0.12, QColor("#FFDF8A"));
  polygon(p, {{0.13, 0.82}, {0.42, 0.5}, {0.52, 0.62}, {0.62, 0.53}, {0.95, 0.82}}, QColor("#B98A76"));
  polygon(p, {{0.42, 0.5}, {0.52, 0.62}, {0.5, 0.82}, {0.46, 0.82}}, QColor("#8C6A63"));
  polygon(p, {{0.34, 0.588}, {0.42, 0.5}, {0.49, 0.586}, {0.44, 0.57}, {0.4, 0.61}}, QColor("#FBE9CB"));
  polygon(p, {{0.57, 0.574}, {0.62, 0.53}, {0.7, 0.6}, {0.64, 0.585}, {0.6, 0.61}}, QColor("#FBE9CB"));
  hills(p, 0.8, 0.06, 0.4, QColor("#5F3A72"));
  hills(p, 0.9, 0.05, 2.4, QColor("#34214F"));
}

void sailboat(QPainter& p, qreal shift) {
  sky(p, {{0, "#3F97DC"}, {0.5, "#BFE6F6"}, {0.53, "#2F86C6"}, {1, "#175488"}});
  disc(p, {0.26, 0.3}, 0.09, QColor("#FFF4C7"));
  const qreal x = 0.52 + shift;
  polygon(p, {{x, 0.24}, {x, 0.66}, {x - 0.22, 0.66}}, QColor("#F2C14E"));
  polygon(p, {{x + 0.025, 0.28}, {x + 0.025, 0.66}, {x + 0.2, 0.66}}, QColor("#FFFFFF"));
  polygon(p, {{x - 0.27, 0.69}, {x + 0.25, 0.69}, {x + 0.17, 0.78}, {x - 0.19, 0.78}}, QColor("#6B3F38"));
}

void aurora(QPainter& p, qreal shift) {
  sky(p, {{0, "#081A34"}, {0.6, "#0F3B4C"}, {1, "#0B1F33"}});
  for (int band = 0; band < 3; ++band) {
    QPainterPath path;
    for (int i = 0; i <= 40; ++i) {
      const qreal x = i / 40.0, y = 0.22 + band * 0.13 + 0.06 * std::sin(x * 6 + band * 2 + shift * 9);
      i == 0 ? path.moveTo(x, y) : path.lineTo(x, y);
    }
    for (int i = 0; i < 9; ++i) {
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(QColor(80, 235, 150, 40), 0.012 * i + 0.012, Qt::SolidLine, Qt::RoundCap));
      p.drawPath(path.translated(0, 0.004 * i));
    }
    p.setPen(Qt::NoPen);
  }
  polygon(p, {{0, 0.85}, {0.25, 0.62}, {0.45, 0.8}, {0.7, 0.58}, {1, 0.84}, {1, 1}, {0, 1}}, QColor("#2B4A6B"));
  polygon(p, {{0.62, 0.655}, {0.7, 0.58}, {0.79, 0.66}, {0.71, 0.64}}, QColor("#DDEBF5"));
  hills(p, 0.9, 0.05, 1, QColor("#07131F"));
}

void city(QPainter& p, qreal shift) {
  sky(p, {{0, "#0B2545"}, {0.7, "#17697A"}, {1, "#0D3B4F"}});
  disc(p, {0.36 + shift, 0.25}, 0.09, QColor("#FFF0BF"));
  for (int i = 0; i < 7; ++i) {
    const qreal x = 0.03 + i * 0.14, top = 0.45 + 0.18 * std::fabs(std::sin(i * 2.3));
    p.fillRect(QRectF(x, top, 0.12, 1 - top), QColor(i % 2 ? "#0B1E3A" : "#102B4B"));
    for (int row = 0; row < 6; ++row)
      for (int column = 0; column < 3; ++column)
        if ((i * 7 + row * 3 + column * 5) % 4 != 0)
          p.fillRect(QRectF(x + 0.016 + column * 0.034, top + 0.03 + row * 0.07, 0.02, 0.035), QColor("#FFD56A"));
  }
}

void balloon(QPainter& p, qreal shift) {
  sky(p, {{0, "#F79544"}, {0.6, "#FDBE6A"}, {1, "#FFE3A8"}});
  for (QPointF at : {QPointF(0.8, 0.6), QPointF(0.87, 0.58), QPointF(0.74, 0.62)})
    disc(p, at, 0.05, QColor("#FFF3DC"));
  const QPointF centre(0.48 + shift, 0.38);
  const QColor stripes[] = {QColor("#EF3F6D"), QColor("#FBD35B")};
  for (int i = 0; i < 5; ++i) {
    p.setBrush(stripes[i % 2]);
    p.drawEllipse(centre, 0.22 - i * 0.048, 0.22);
  }
  polygon(p,
          {centre + QPointF(-0.16, 0.15), centre + QPointF(0.16, 0.15), centre + QPointF(0.05, 0.3),
           centre + QPointF(-0.05, 0.3)},
          stripes[0]);
  p.fillRect(QRectF(centre.x() - 0.045, 0.74, 0.09, 0.065), QColor("#8A5A34"));
  hills(p, 0.86, 0.05, 0.4, QColor("#B4C97E"));
  hills(p, 0.93, 0.04, 2, QColor("#86B85E"));
}

// For the names that have no drawing of their own: hills in the name's colours.
void landscape(QPainter& p, int scene, qreal shift) {
  const int hue = (scene * 47) % 360;
  QLinearGradient gradient(0, 0, 0, 1);
  gradient.setColorAt(0, QColor::fromHsl(hue, 130, 120));
  gradient.setColorAt(1, QColor::fromHsl((hue + 40) % 360, 170, 190));
  p.fillRect(QRectF(0, 0, 1, 1), gradient);
  disc(p, {0.7 + shift, 0.3}, 0.11, QColor::fromHsl((hue + 30) % 360, 220, 215));
  hills(p, 0.62, 0.1, scene, QColor::fromHsl((hue + 200) % 360, 90, 110));
  hills(p, 0.76, 0.08, scene * 2, QColor::fromHsl((hue + 210) % 360, 100, 80));
  hills(p, 0.88, 0.06, scene * 3, QColor::fromHsl((hue + 220) % 360, 110, 50));
}

}  // namespace

QStringList sceneNames() {
  return {"Mountain sunset", "Sailboat", "Aurora",    "City at night", "Hot-air balloon", "Desert dunes", "Pine forest",
          "Ringed planet",   "Flower",   "Butterfly", "Fish",          "Lighthouse",      "Cactus",       "Snowman",
          "House",           "Mushroom"};
}

QImage drawScene(int scene, int size, unsigned variant) {
  QImage image(size, size, QImage::Format_RGB32);
  if (image.isNull()) return image;
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(size, size);
  painter.setPen(Qt::NoPen);
  const qreal shift = (variant % 7) * 0.012 - 0.036;
  void (*const drawn[])(QPainter&, qreal) = {sunset, sailboat, aurora, city, balloon};
  if (scene >= 0 && scene < int(std::size(drawn)))
    drawn[scene](painter, shift);
  else
    landscape(painter, scene, shift);
  return image;
}

}  // namespace mock
