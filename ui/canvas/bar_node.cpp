#include "bar_node.h"

#include <QSGMaterial>
#include <QSGMaterialShader>

#include <algorithm>
#include <cstring>

namespace {

struct Vertex {
  float x, y, placeX, placeY, halfWidth, halfHeight;
  unsigned char color[4];
};

// The uniform block of bars.vert, std140.
struct Uniforms {
  float matrix[16];
  float look[4];
};

const QSGGeometry::AttributeSet& attributes() {
  using Attribute = QSGGeometry::Attribute;
  static const Attribute kAttributes[] = {
      Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
      Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
      Attribute::createWithAttributeType(2, 2, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
      Attribute::createWithAttributeType(3, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute)};
  static const QSGGeometry::AttributeSet kSet{4, sizeof(Vertex), kAttributes};
  return kSet;
}

class BarMaterial : public QSGMaterial {
 public:
  BarMaterial() { setFlag(Blending); }
  QSGMaterialType* type() const override {
    static QSGMaterialType type;
    return &type;
  }
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode) const override;
  int compare(const QSGMaterial* other) const override { return this == other ? 0 : (this < other ? -1 : 1); }

  qreal radius = 0, ratio = 1;
};

class BarShader : public QSGMaterialShader {
 public:
  BarShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/shaders/bars.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/shaders/bars.frag.qsb"));
  }
  bool updateUniformData(RenderState& state, QSGMaterial* material, QSGMaterial*) override {
    const auto* bars = static_cast<BarMaterial*>(material);
    auto* uniforms = reinterpret_cast<Uniforms*>(state.uniformData()->data());
    std::memcpy(uniforms->matrix, state.combinedMatrix().constData(), sizeof uniforms->matrix);
    uniforms->look[0] = float(bars->radius);
    uniforms->look[1] = float(bars->ratio);
    uniforms->look[2] = state.opacity();
    uniforms->look[3] = 0;
    return true;
  }
};

QSGMaterialShader* BarMaterial::createShader(QSGRendererInterface::RenderMode) const {
  return new BarShader;
}

void putBar(Vertex* vertices, const ColoredBar& bar) {
  // Half a pixel more on each side, so that the edge can be smooth.
  const QRectF grown = bar.rect.adjusted(-0.5, -0.5, 0.5, 0.5);
  for (int corner = 0; corner < 4; ++corner) {
    const qreal x = corner % 2 ? grown.right() : grown.left(), y = corner / 2 ? grown.bottom() : grown.top();
    Vertex& vertex = vertices[corner];
    vertex.x = float(x);
    vertex.y = float(y);
    vertex.placeX = float(x - bar.rect.center().x());
    vertex.placeY = float(y - bar.rect.center().y());
    vertex.halfWidth = float(bar.rect.width() / 2);
    vertex.halfHeight = float(bar.rect.height() / 2);
    vertex.color[0] = uchar(bar.color.red());
    vertex.color[1] = uchar(bar.color.green());
    vertex.color[2] = uchar(bar.color.blue());
    vertex.color[3] = uchar(bar.color.alpha());
  }
}

}  // namespace

BarNode::BarNode() : m_geometry(attributes(), 0, 0) {
  m_geometry.setDrawingMode(QSGGeometry::DrawTriangles);
  setGeometry(&m_geometry);
  setMaterial(new BarMaterial);
  setFlag(OwnsMaterial);
}

void BarNode::setBars(const QList<ColoredBar>& bars, qreal radius, qreal ratio) {
  constexpr qsizetype kMost = 65535 / 4;  // as many vertices as an index can name
  const int count = int(std::min(bars.size(), kMost));
  // Never empty: the renderer would not notice when a node that drew nothing begins to draw.
  const int allocated = std::max(1, count);
  m_geometry.allocate(allocated * 4, allocated * 6);
  if (count == 0) {
    std::memset(m_geometry.vertexData(), 0, 4 * sizeof(Vertex));
    std::memset(m_geometry.indexData(), 0, 6 * sizeof(quint16));
  }
  auto* vertices = static_cast<Vertex*>(m_geometry.vertexData());
  quint16* indices = m_geometry.indexDataAsUShort();
  for (int i = 0; i < count; ++i) {
    putBar(vertices + i * 4, bars[i]);
    for (int offset : {0, 1, 2, 2, 1, 3})
      *indices++ = quint16(i * 4 + offset);
  }
  auto* look = static_cast<BarMaterial*>(material());
  look->radius = radius;
  look->ratio = ratio;
  markDirty(DirtyGeometry | DirtyMaterial);
}
