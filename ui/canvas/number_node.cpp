#include "number_node.h"

#include "number_material.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace {

using Vertex = NumberMaterial::Vertex;

// Writes the quad of one digit whose box begins at `origin` (device pixels).
void putQuad(Vertex* vertices, const NumberAtlas& atlas, const NumberAtlas::Glyph& glyph, QPointF origin, qreal ratio,
             const CanvasNumber& number) {
  const QRectF& from = glyph.source;
  const QSizeF whole = atlas.image().size();
  for (int corner = 0; corner < 4; ++corner) {
    const qreal right = corner % 2, low = corner / 2;
    Vertex& vertex = vertices[corner];
    vertex.x = float((origin.x() + right * from.width()) / ratio);
    vertex.y = float((origin.y() + low * from.height()) / ratio);
    vertex.u = float((from.x() + right * from.width()) / whole.width());
    vertex.v = float((from.y() + low * from.height()) / whole.height());
    vertex.shadow = number.shadowed ? 1.0F : 0.0F;
    vertex.ink[0] = uchar(number.ink.red());
    vertex.ink[1] = uchar(number.ink.green());
    vertex.ink[2] = uchar(number.ink.blue());
    vertex.ink[3] = uchar(number.ink.alpha());
  }
}

void putIndices(quint16* indices, int quad) {
  const auto first = quint16(quad * 4);
  for (int offset : {0, 1, 2, 2, 1, 3})
    *indices++ = quint16(first + offset);
}

}  // namespace

NumberNode::NumberNode() : m_geometry(NumberMaterial::attributes(), 0, 0) {
  m_geometry.setDrawingMode(QSGGeometry::DrawTriangles);
  setGeometry(&m_geometry);
  setMaterial(new NumberMaterial);
  setFlag(OwnsMaterial);
}

void NumberNode::setAtlas(QQuickWindow* window, const NumberAtlas& atlas) {
  std::unique_ptr<QSGTexture> texture(window->createTextureFromImage(atlas.image()));
  texture->setFiltering(QSGTexture::Linear);
  static_cast<NumberMaterial*>(material())->atlas = std::move(texture);
  markDirty(DirtyMaterial);
}

void NumberNode::setNumbers(const QList<CanvasNumber>& numbers, const NumberAtlas& atlas, qreal ratio) {
  constexpr int kMostQuads = 65535 / 4;  // as many vertices as an index can name
  int quads = 0;
  for (const CanvasNumber& number : numbers)
    quads += int(std::count_if(number.text.begin(), number.text.end(), [&](QChar c) { return atlas.glyph(c); }));
  quads = std::min(quads, kMostQuads);
  // Never empty: the renderer would not notice when a node that drew nothing begins to draw.
  const int allocated = std::max(1, quads);
  m_geometry.allocate(allocated * 4, allocated * 6);
  if (quads == 0) {
    std::memset(m_geometry.vertexData(), 0, 4 * sizeof(Vertex));
    std::memset(m_geometry.indexData(), 0, 6 * sizeof(quint16));
  }
  auto* vertices = static_cast<Vertex*>(m_geometry.vertexData());
  int at = 0;
  for (const CanvasNumber& number : numbers) {
    // Whole device pixels: a digit between two of them is a blurred digit.
    qreal x = std::round(number.centre.x() * ratio - atlas.width(number.text) / 2) - NumberAtlas::kMargin;
    const qreal y = std::round(number.centre.y() * ratio + atlas.capHeight() / 2) - atlas.baseline();
    for (QChar c : number.text) {
      const NumberAtlas::Glyph* glyph = atlas.glyph(c);
      if (!glyph || at == quads) continue;
      putQuad(vertices + at * 4, atlas, *glyph, {std::round(x), y}, ratio, number);
      putIndices(m_geometry.indexDataAsUShort() + at * 6, at);
      x += glyph->advance;
      ++at;
    }
  }
  markDirty(DirtyGeometry);
}
