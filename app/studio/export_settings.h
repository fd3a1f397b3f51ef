#pragma once

#include <lpd/animation.h>

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

class QSettings;

namespace lpd::studio {

/// How pictures and animations are exported; remembered. A stored value out of range counts as not stored.
class ExportSettings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by Exporter")
  Q_PROPERTY(QString namePattern READ namePattern WRITE setNamePattern NOTIFY changed)
  Q_PROPERTY(int quality READ quality WRITE setQuality NOTIFY changed)
  Q_PROPERTY(bool record READ record WRITE setRecord NOTIFY changed)
  Q_PROPERTY(int pictureScale READ pictureScale WRITE setPictureScale NOTIFY changed)
  Q_PROPERTY(qreal stepSeconds READ stepSeconds WRITE setStepSeconds NOTIFY changed)
  Q_PROPERTY(qreal holdSeconds READ holdSeconds WRITE setHoldSeconds NOTIFY changed)
  Q_PROPERTY(int animationScale READ animationScale WRITE setAnimationScale NOTIFY changed)
  Q_PROPERTY(bool glow READ glow WRITE setGlow NOTIFY changed)
  Q_PROPERTY(bool orderMap READ orderMap WRITE setOrderMap NOTIFY changed)
  Q_PROPERTY(bool numbers READ numbers WRITE setNumbers NOTIFY changed)

 public:
  static constexpr int kLargestScale = 8;  ///< what core draws
  static constexpr double kShortestStep = 0.02, kLongestStep = 2.0;
  static constexpr double kShortestHold = 0.1, kLongestHold = 10.0;

  /// `settings` outlives this object.
  explicit ExportSettings(QSettings& settings, QObject* parent = nullptr);

  QString namePattern() const { return m_namePattern; }  ///< see fileNameFor()
  int quality() const { return m_quality; }              ///< of JPEG and WebP, 1..100
  bool record() const { return m_record; }               ///< the file says how the picture was made
  int pictureScale() const { return m_pictureScale; }    ///< 1..8
  double stepSeconds() const { return m_animation.stepSeconds; }
  double holdSeconds() const { return m_animation.holdSeconds; }
  int animationScale() const { return m_animation.look.scale; }  ///< 1..8
  bool glow() const { return m_animation.look.glow; }
  bool orderMap() const { return m_animation.look.orderMap; }
  bool numbers() const { return m_animation.look.numbers; }
  const AnimationOptions& animation() const { return m_animation; }

  void setNamePattern(const QString& pattern);
  void setQuality(int quality);
  void setRecord(bool record);
  void setPictureScale(int scale);
  void setStepSeconds(qreal seconds);
  void setHoldSeconds(qreal seconds);
  void setAnimationScale(int scale);
  void setGlow(bool glow);
  void setOrderMap(bool orderMap);
  void setNumbers(bool numbers);

 Q_SIGNALS:
  void changed();

 private:
  template <class T>
  void store(T& field, const T& value, const char* key);

  QSettings& m_settings;
  QString m_namePattern = QStringLiteral("{class}-{seed}-{index}");
  int m_quality = 92;
  bool m_record = true;
  int m_pictureScale = 1;
  AnimationOptions m_animation;
};

}  // namespace lpd::studio
