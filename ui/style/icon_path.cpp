#include "icon_path.h"

#include <QPointF>
#include <QRectF>
#include <QStringList>

namespace {

class Reader {
 public:
  explicit Reader(QStringView text)
      : parts_(text.toString().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {}

  bool atEnd() const { return index_ >= parts_.size(); }
  // The next command letter, or 0 where a number stands instead.
  char command() {
    const QString& part = parts_.at(index_);
    if (part.size() != 1 || !part.at(0).isLetter()) return 0;
    ++index_;
    return part.at(0).toLatin1();
  }
  bool number(qreal& value) {
    if (atEnd()) return false;
    bool ok = false;
    value = parts_.at(index_).toDouble(&ok);
    index_ += ok ? 1 : 0;
    return ok;
  }
  bool numbers(qreal* values, int count) {
    for (int i = 0; i < count; ++i)
      if (!number(values[i])) return false;
    return true;
  }

 private:
  QStringList parts_;
  qsizetype index_ = 0;
};

int argumentCount(char command) {
  switch (command) {
    case 'M':
    case 'L':
      return 2;
    case 'H':
    case 'V':
      return 1;
    case 'Q':
      return 4;
    case 'C':
      return 6;
    case 'O':
      return 3;
    case 'R':
      return 5;
    default:
      return 0;
  }
}

void append(QPainterPath& path, char command, const qreal* v) {
  switch (command) {
    case 'M':
      path.moveTo(v[0], v[1]);
      break;
    case 'L':
      path.lineTo(v[0], v[1]);
      break;
    case 'H':
      path.lineTo(v[0], path.currentPosition().y());
      break;
    case 'V':
      path.lineTo(path.currentPosition().x(), v[0]);
      break;
    case 'Q':
      path.quadTo(v[0], v[1], v[2], v[3]);
      break;
    case 'C':
      path.cubicTo(v[0], v[1], v[2], v[3], v[4], v[5]);
      break;
    case 'O':
      path.addEllipse(QPointF(v[0], v[1]), v[2], v[2]);
      break;
    case 'R':
      path.addRoundedRect(QRectF(v[0], v[1], v[2], v[3]), v[4], v[4]);
      break;
    case 'Z':
      path.closeSubpath();
      break;
    default:
      break;
  }
}

}  // namespace

IconPath IconPath::parse(QStringView text) {
  IconPath icon;
  icon.filled.setFillRule(Qt::WindingFill);
  QPainterPath* target = &icon.stroked;
  Reader reader(text);
  while (!reader.atEnd()) {
    const char command = reader.command();
    if (command == 'F') {
      target = &icon.filled;
      continue;
    }
    const int count = argumentCount(command);
    qreal values[6] = {};
    if ((count == 0 && command != 'Z') || !reader.numbers(values, count)) break;
    append(*target, command, values);
  }
  return icon;
}
