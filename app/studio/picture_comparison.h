#pragma once

#include "history_reader.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

/// Two pictures and how far apart they are.
struct ComparedPictures {
  LoadedPicture left;
  LoadedPicture right;
  bool sameSize = false;
  double psnr = 0;  ///< dB; infinite where they are equal
  double ssim = 0;  ///< 1 where they are equal
};

/// Reads and measures; takes a while.
ComparedPictures comparePictures(const QString& left, const QString& right);

/// Two pictures that are looked at together.
class PictureComparison : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by Gallery")
  Q_PROPERTY(bool ready READ ready NOTIFY changed)
  Q_PROPERTY(bool sameSize READ sameSize NOTIFY changed)
  Q_PROPERTY(QString leftSource READ leftSource NOTIFY changed)
  Q_PROPERTY(QString rightSource READ rightSource NOTIFY changed)
  Q_PROPERTY(QString leftTitle READ leftTitle NOTIFY changed)
  Q_PROPERTY(QString rightTitle READ rightTitle NOTIFY changed)
  Q_PROPERTY(QString leftDetail READ leftDetail NOTIFY changed)
  Q_PROPERTY(QString rightDetail READ rightDetail NOTIFY changed)
  Q_PROPERTY(qreal psnr READ psnr NOTIFY changed)
  Q_PROPERTY(qreal ssim READ ssim NOTIFY changed)

 public:
  using QObject::QObject;

  bool ready() const { return m_pictures != nullptr; }
  bool sameSize() const { return m_pictures && m_pictures->sameSize; }
  QString leftSource() const;
  QString rightSource() const;
  QString leftTitle() const;
  QString rightTitle() const;
  QString leftDetail() const;  ///< "Locality · 20 steps · 0.83 s"
  QString rightDetail() const;
  qreal psnr() const { return m_pictures ? m_pictures->psnr : 0; }
  qreal ssim() const { return m_pictures ? m_pictures->ssim : 0; }

  void show(std::shared_ptr<const ComparedPictures> pictures);
  Q_INVOKABLE void close();

 Q_SIGNALS:
  void changed();

 private:
  std::shared_ptr<const ComparedPictures> m_pictures;
};

}  // namespace lpd::studio
