#pragma once

#include "history_reader.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

class ModelLibrary;

/// The picture the gallery's right side is about: all its PNG says.
class GalleryDetails : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY changed)
  Q_PROPERTY(QString problem READ problem NOTIFY changed)
  Q_PROPERTY(QString file READ file NOTIFY changed)
  Q_PROPERTY(QString source READ source NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString when READ when NOTIFY changed)
  Q_PROPERTY(QString seedText READ seedText NOTIFY changed)
  Q_PROPERTY(QString indexText READ indexText NOTIFY changed)
  Q_PROPERTY(QString orderLabel READ orderLabel NOTIFY changed)
  Q_PROPERTY(QString modelName READ modelName NOTIFY changed)
  Q_PROPERTY(QString modelTitle READ modelTitle NOTIFY changed)
  Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed)
  Q_PROPERTY(int steps READ steps NOTIFY changed)
  Q_PROPERTY(qreal guidance READ guidance NOTIFY changed)
  Q_PROPERTY(qreal temperature READ temperature NOTIFY changed)
  Q_PROPERTY(QList<int> groupSizes READ groupSizes NOTIFY changed)
  Q_PROPERTY(bool starred READ starred NOTIFY changed)

 public:
  /// `models` outlives this object.
  explicit GalleryDetails(const ModelLibrary& models, QObject* parent = nullptr);

  bool hasPicture() const { return m_loaded && m_loaded->picture; }
  QString problem() const { return m_loaded ? m_loaded->problem : QString(); }
  QString file() const { return m_loaded ? m_loaded->file : QString(); }
  QString source() const;
  QString title() const;
  QString when() const;  ///< "Today, 14:32 · 0.83 s"
  QString seedText() const;
  QString indexText() const;  ///< "2 of this seed"; empty for the first
  QString orderLabel() const;
  QString modelName() const;
  QString modelTitle() const;  ///< the name where the model is not here
  QString sizeText() const;    ///< "PNG 256 × 256"
  int steps() const { return hasPicture() ? record().steps() : 0; }
  qreal guidance() const { return hasPicture() ? record().guidance.scale : 1; }
  qreal temperature() const { return hasPicture() ? record().sampling.temperature : 1; }
  QList<int> groupSizes() const;
  bool starred() const { return m_starred; }

  const ImageRecord& record() const { return m_loaded->picture->record; }
  /// Null = nothing is shown.
  void show(std::shared_ptr<const LoadedPicture> loaded);
  void setStarred(bool starred);

 Q_SIGNALS:
  void changed();

 private:
  const ModelLibrary& m_models;
  std::shared_ptr<const LoadedPicture> m_loaded;
  bool m_starred = false;
};

}  // namespace lpd::studio
