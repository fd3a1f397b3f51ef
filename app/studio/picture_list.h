#pragma once

#include "picture.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace lpd::studio {

/// The newest pictures of this session, newest last. Older ones leave when there is no more room for them; the gallery
/// has them. The current one follows the generation as long as the person has not turned to another.
class PictureList : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
  Q_PROPERTY(bool olderLeft READ olderLeft NOTIFY countChanged)

 public:
  static constexpr qint64 kRoomBytes = 128LL << 20;  ///< some 400 pictures of 256 x 256

  enum Role { TitleRole = Qt::UserRole + 1, SeedTextRole, IndexRole, DoneRole, CancelledRole, ThumbnailRole };
  Q_ENUM(Role)

  explicit PictureList(QObject* parent = nullptr, qint64 roomBytes = kRoomBytes);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_pictures.size()); }
  int current() const { return m_current; }  ///< -1 where there is none
  void setCurrent(int index);
  bool olderLeft() const { return m_olderLeft; }  ///< for want of room
  std::shared_ptr<const Picture> currentPicture() const;
  std::shared_ptr<const Picture> at(int index) const { return m_pictures.at(static_cast<std::size_t>(index)); }

  /// Asked before pictures leave; while they cannot be saved, say, they had better stay.
  void setMayLeave(std::function<bool()> mayLeave) { m_mayLeave = std::move(mayLeave); }
  /// A run begins; what is made for others (see RunPurpose) is not listed.
  void beginRun(const std::shared_ptr<const lpd::studio::Run>& run);
  void addPicture(const lpd::ImagePlan& plan);
  void addStep(const lpd::StepRecord& record);
  void showPreview(int image, int steps, const QImage& preview);
  void finishPicture(const lpd::GeneratedImage& image);
  /// Pictures that were not finished are marked as cancelled; those without a single step go.
  void endRun();
  /// Shows a picture that was made before: the one of the same file where it is in the list already.
  void showStored(std::shared_ptr<Picture> picture);
  /// The person wants to see what is made next.
  void follow() { m_following = true; }
  /// The person looks at something of their own: what is made next is not turned to.
  void stopFollowing() { m_following = false; }
  /// Looks of the loaded model's tokens; pictures of that tokenizer which have none yet take them.
  void setSwatches(const QString& tokenizerSha256, const std::shared_ptr<const lpd::studio::SwatchTable>& swatches);

 Q_SIGNALS:
  void countChanged();
  void currentChanged();
  void pictureFinished(int index);
  void advanced(int index);  ///< a picture got a step, its pixels, its colours, or was cancelled

 private:
  int indexOfImage(int image) const;
  void show(int index);
  void append(std::shared_ptr<Picture> picture);
  void remove(int index);
  void makeRoom();
  void announce(int index);

  std::vector<std::shared_ptr<Picture>> m_pictures;
  const qint64 m_roomBytes;
  std::function<bool()> m_mayLeave;
  bool m_olderLeft = false;
  int m_current = -1;
  std::shared_ptr<const Run> m_run;
  int m_runStart = 0;
  bool m_runBegins = false;  ///< it has no picture yet
  bool m_following = true;
  QString m_swatchTokenizer;
  std::shared_ptr<const SwatchTable> m_swatches;
};

}  // namespace lpd::studio
