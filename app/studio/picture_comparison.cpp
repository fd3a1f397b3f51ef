#include "picture_comparison.h"

#include "history_images.h"
#include "wording.h"

#include <lpd/picture_io.h>

namespace lpd::studio {

namespace {

QString titleOf(const LoadedPicture& loaded) {
  return loaded.picture ? subjectTitle(QString::fromStdString(loaded.picture->record.className)) : QString();
}

QString detailOf(const LoadedPicture& loaded) {
  if (!loaded.picture) return {};
  const ImageRecord& record = loaded.picture->record;
  const int steps = record.steps();
  QStringList parts{record.customOrder ? PictureComparison::tr("Own order") : orderLabel(record.orderKind),
                    PictureComparison::tr("%n step(s)", nullptr, steps)};
  if (loaded.picture->facts.seconds > 0) parts << durationText(loaded.picture->facts.seconds * 1e3);
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

ComparedPictures comparePictures(const QString& left, const QString& right) {
  ComparedPictures result{loadPicture(left, true), loadPicture(right, true), false, 0, 0};
  if (!result.left.picture || !result.right.picture) return result;
  const QImage& a = result.left.picture->image;
  const QImage& b = result.right.picture->image;
  result.sameSize = a.size() == b.size();
  // SSIM looks through a window of 11 pixels.
  if (!result.sameSize || a.width() < 11 || a.height() < 11) return result;
  result.psnr = psnr(toImage(a), toImage(b));
  result.ssim = ssim(toImage(a), toImage(b));
  return result;
}

QString PictureComparison::leftSource() const {
  return m_pictures ? historyImageUrl(m_pictures->left.file, true) : QString();
}

QString PictureComparison::rightSource() const {
  return m_pictures ? historyImageUrl(m_pictures->right.file, true) : QString();
}

QString PictureComparison::leftTitle() const {
  return m_pictures ? titleOf(m_pictures->left) : QString();
}

QString PictureComparison::rightTitle() const {
  return m_pictures ? titleOf(m_pictures->right) : QString();
}

QString PictureComparison::leftDetail() const {
  return m_pictures ? detailOf(m_pictures->left) : QString();
}

QString PictureComparison::rightDetail() const {
  return m_pictures ? detailOf(m_pictures->right) : QString();
}

void PictureComparison::show(std::shared_ptr<const ComparedPictures> pictures) {
  m_pictures = std::move(pictures);
  Q_EMIT changed();
}

void PictureComparison::close() {
  show(nullptr);
}

}  // namespace lpd::studio
