#pragma once

#include <QtCore/QDate>
#include <QtCore/QObject>
#include <QtCore/QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace lpd::studio {

class GalleryModel;
class GallerySelection;

/// Where everything in the gallery is: lines of day titles and of tiles, with exact places, so that the view makes only
/// what can be seen and the scroll bar never guesses.
class GalleryLayout : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int columns READ columns NOTIFY changed)
  Q_PROPERTY(qreal tileSize READ tileSize NOTIFY changed)
  Q_PROPERTY(qreal width READ width WRITE setWidth NOTIFY changed)
  Q_PROPERTY(qreal wantedTile READ wantedTile WRITE setWantedTile NOTIFY changed)
  Q_PROPERTY(int lineCount READ lineCount NOTIFY changed)
  Q_PROPERTY(qreal contentHeight READ contentHeight NOTIFY changed)
  Q_PROPERTY(int revision READ revision NOTIFY revisionChanged)

 public:
  static constexpr double kGap = 14;          ///< px between tiles
  static constexpr double kCaption = 34;      ///< px below a tile, to the next one
  static constexpr double kTitleHeight = 38;  ///< px of a day's title
  static constexpr double kDayGap = 6;        ///< px above the titles behind the first

  GalleryLayout(const GalleryModel& model, const GallerySelection& selection, QObject* parent = nullptr);

  int columns() const { return m_columns; }
  qreal tileSize() const { return m_tile; }
  qreal width() const { return m_width; }
  qreal wantedTile() const { return m_wantedTile; }
  int lineCount() const { return static_cast<int>(m_lines.size()); }
  qreal contentHeight() const { return m_height; }
  int revision() const { return m_revision; }  ///< changes with anything a line shows

  void setWidth(qreal width);
  /// The tiles come out a little larger, so that they fill the width.
  void setWantedTile(qreal size);

  Q_INVOKABLE int lineAt(qreal y) const;
  Q_INVOKABLE qreal yOf(int line) const;
  /// {title, count} of a day's line, {cells: [{index, id, known, title, steps, starred, chosen, current, thumbnail}]}
  /// of a line of tiles, null beyond the last.
  Q_INVOKABLE QVariant line(int line) const;
  Q_INVOKABLE int lineOf(int index) const;
  /// The picture that is `lines` lines below (or above) this one, in the same column as far as there is one.
  Q_INVOKABLE int below(int index, int lines) const;
  Q_INVOKABLE qint64 idAt(qreal y) const;    ///< of the first picture at or behind y; 0 where there is none
  Q_INVOKABLE qreal yOfId(qint64 id) const;  ///< -1 where it is not here

 Q_SIGNALS:
  void changed();
  void revisionChanged();

 private:
  struct Line {
    double y = 0;
    int first = 0;  // index of the first picture
    int count = 0;  // of a title: pictures of the day
    QDate day;      // valid in titles only
  };
  void measure();
  void build();
  void touch();
  QVariantMap cell(int index) const;

  const GalleryModel& m_model;
  const GallerySelection& m_selection;
  std::vector<Line> m_lines;
  qreal m_width = 800;
  qreal m_wantedTile = 150;
  qreal m_tile = 150;
  int m_columns = 1;
  double m_height = 0;
  int m_revision = 0;
};

}  // namespace lpd::studio
