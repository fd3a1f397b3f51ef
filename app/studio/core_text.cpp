#include "core_text.h"

#include <lpd/error.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <optional>
#include <vector>

namespace lpd::studio {

namespace {

// What a person can come upon in the window. The first one that fits counts.
constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("CoreText", "there is no file %1"),
    QT_TRANSLATE_NOOP("CoreText", "there is no folder %1"),
    QT_TRANSLATE_NOOP("CoreText", "cannot read %1: %2"),
    QT_TRANSLATE_NOOP("CoreText", "cannot write %1: %2"),
    QT_TRANSLATE_NOOP("CoreText", "cannot make the folder %1: %2"),
    QT_TRANSLATE_NOOP("CoreText", "cannot make the folder %1"),
    QT_TRANSLATE_NOOP("CoreText", "%1 exists already"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a folder, not a file"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is larger than such a file can be"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is too large a picture for this machine's memory"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a folder"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a link to a file that does not exist"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is %2, not a file"),
    QT_TRANSLATE_NOOP("CoreText", "a pipe"),
    QT_TRANSLATE_NOOP("CoreText", "a socket"),
    QT_TRANSLATE_NOOP("CoreText", "a device"),
    QT_TRANSLATE_NOOP("CoreText", "cannot use %1: %2"),
    QT_TRANSLATE_NOOP("CoreText", "the output file has no name"),
    QT_TRANSLATE_NOOP("CoreText", "the output folder has no name"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a folder with other files in it, no model"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a file"),
    QT_TRANSLATE_NOOP("CoreText", "the model name %1 cannot be used"),
    // The operating system's reasons.
    QT_TRANSLATE_NOOP("CoreText", "No such file or directory"),
    QT_TRANSLATE_NOOP("CoreText", "Permission denied"),
    QT_TRANSLATE_NOOP("CoreText", "Operation not permitted"),
    QT_TRANSLATE_NOOP("CoreText", "No space left on device"),
    QT_TRANSLATE_NOOP("CoreText", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("CoreText", "Read-only file system"),
    QT_TRANSLATE_NOOP("CoreText", "Input/output error"),
    QT_TRANSLATE_NOOP("CoreText", "Not a directory"),
    QT_TRANSLATE_NOOP("CoreText", "File name too long"),
    QT_TRANSLATE_NOOP("CoreText", "File too large"),
    QT_TRANSLATE_NOOP("CoreText", "Too many open files"),
    QT_TRANSLATE_NOOP("CoreText", "Cannot allocate memory"),
    // A model's files, said after the file's name.
    QT_TRANSLATE_NOOP("CoreText", "is a folder, not a file"),
    QT_TRANSLATE_NOOP("CoreText", "is not a regular file"),
    QT_TRANSLATE_NOOP("CoreText", "the file is empty"),
    QT_TRANSLATE_NOOP("CoreText", "the file was cut short while it was in use"),
    QT_TRANSLATE_NOOP("CoreText", "is neither a safetensors file nor a torch checkpoint"),
    QT_TRANSLATE_NOOP("CoreText", "is not valid JSON"),
    QT_TRANSLATE_NOOP("CoreText", "holds no JSON object"),
    QT_TRANSLATE_NOOP("CoreText", "was made by a newer version of this program"),
    QT_TRANSLATE_NOOP("CoreText", "'format' is not \"lpd-model\""),
    QT_TRANSLATE_NOOP("CoreText", "'transformer' does not describe %1"),
    QT_TRANSLATE_NOOP("CoreText", "'tokenizer' does not describe %1"),
    QT_TRANSLATE_NOOP("CoreText", "the transformer's vocabulary and the tokenizer's codebook differ in size"),
    QT_TRANSLATE_NOOP("CoreText", "the transformer knows %1 tokens, the tokenizer %2"),
    QT_TRANSLATE_NOOP("CoreText", "'class_names' has %1 names for %2 classes"),
    QT_TRANSLATE_NOOP("CoreText", "names %1 classes; the model has %2"),
    QT_TRANSLATE_NOOP("CoreText", "line %1 is empty"),
    QT_TRANSLATE_NOOP("CoreText", "has the unknown key %1"),
    QT_TRANSLATE_NOOP("CoreText", "its width %1 is no multiple of 64, so the heads are unknown"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 is missing"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 is not expected here"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 is surplus: no model of this kind has it"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 has the shape %2 where %3 is expected"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 has shape %2, the model needs %3"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 has a value that is infinite, not a number or too large for %2"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 lies outside the file"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 overlaps another"),
    QT_TRANSLATE_NOOP("CoreText", "tensor %1 appears twice"),
    QT_TRANSLATE_NOOP("CoreText", "there is a gap before tensor %1"),
    QT_TRANSLATE_NOOP("CoreText", "%1 bytes at the end belong to no tensor"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is missing"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no whole number from %2 to %3"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no number from %2 to %3"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no text"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no list"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no object"),
    QT_TRANSLATE_NOOP("CoreText", "too short for a safetensors file"),
    QT_TRANSLATE_NOOP("CoreText", "the header claims %1 bytes, more than the file has"),
    QT_TRANSLATE_NOOP("CoreText", "the header is not valid JSON (byte %1)"),
    QT_TRANSLATE_NOOP("CoreText", "is no readable zip container (%1)"),
    QT_TRANSLATE_NOOP("CoreText", "is a zip file without data.pkl, no torch checkpoint"),
    QT_TRANSLATE_NOOP("CoreText", "is a TorchScript program"),
    QT_TRANSLATE_NOOP("CoreText", "has a damaged zip entry"),
    QT_TRANSLATE_NOOP("CoreText", "has an entry that cannot be read"),
    QT_TRANSLATE_NOOP("CoreText", "has an entry shorter than it claims, or damaged"),
    QT_TRANSLATE_NOOP("CoreText", "has an entry with a wrong checksum"),
    QT_TRANSLATE_NOOP("CoreText", "has compressed or encrypted entries, which torch.save never writes"),
    QT_TRANSLATE_NOOP("CoreText", "lacks the data of tensor %1"),
    QT_TRANSLATE_NOOP("CoreText", "ends before its data does"),
    QT_TRANSLATE_NOOP("CoreText", "the checkpoint holds no dict of tensors"),
    QT_TRANSLATE_NOOP("CoreText", "%1 names the callable %2, which builds no tensor; it was not run"),
    QT_TRANSLATE_NOOP("CoreText", "there is no model %1"),
    QT_TRANSLATE_NOOP("CoreText", "the folder %1 holds no model"),
    // The engine.
    QT_TRANSLATE_NOOP("CoreText", "loading the model"),
    QT_TRANSLATE_NOOP("CoreText", "preparing to generate"),
    QT_TRANSLATE_NOOP("CoreText", "generating"),
    QT_TRANSLATE_NOOP("CoreText", "decoding"),
    QT_TRANSLATE_NOOP("CoreText", "encoding"),
    QT_TRANSLATE_NOOP("CoreText", "memory is exhausted"),
    QT_TRANSLATE_NOOP("CoreText", "the model gave no logits"),
    QT_TRANSLATE_NOOP("CoreText", "the model gave a logit that is not a finite number"),
    QT_TRANSLATE_NOOP("CoreText", "no CUDA device can be used here: %1"),
    QT_TRANSLATE_NOOP("CoreText", "there is no CUDA device %1, the last one is %2"),
    QT_TRANSLATE_NOOP("CoreText", "the engine cannot be loaded: %1"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is not LPD Studio's engine"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is the engine of LPD Studio %2, this is LPD Studio %3"),
    // What is asked for.
    QT_TRANSLATE_NOOP("CoreText", "there is no image to make"),
    QT_TRANSLATE_NOOP("CoreText", "there is no class %1"),
    QT_TRANSLATE_NOOP("CoreText", "image index %1 is negative"),
    QT_TRANSLATE_NOOP("CoreText", "too many images after index %1"),
    QT_TRANSLATE_NOOP("CoreText", "%1 must be at least 0"),
    QT_TRANSLATE_NOOP("CoreText", "proximity"),
    QT_TRANSLATE_NOOP("CoreText", "repulsion"),
    QT_TRANSLATE_NOOP("CoreText", "temperature"),
    QT_TRANSLATE_NOOP("CoreText", "guidance"),
    QT_TRANSLATE_NOOP("CoreText", "top-k %1 is negative"),
    QT_TRANSLATE_NOOP("CoreText", "top-p %1 is out of range"),
    QT_TRANSLATE_NOOP("CoreText", "batch size %1 is negative"),
    QT_TRANSLATE_NOOP("CoreText", "a grid of %1 is not possible"),
    QT_TRANSLATE_NOOP("CoreText", "cannot make %1 positions in %2 steps"),
    QT_TRANSLATE_NOOP("CoreText", "group sizes"),
    QT_TRANSLATE_NOOP("CoreText", "step %1 has size %2"),
    QT_TRANSLATE_NOOP("CoreText", "%1 sum to %2, not %3"),
    QT_TRANSLATE_NOOP("CoreText", "order %1 has %2 positions, not %3"),
    QT_TRANSLATE_NOOP("CoreText", "order %1 has position %2, outside %3"),
    QT_TRANSLATE_NOOP("CoreText", "order %1 has position %2 twice or though it is given"),
    // Pictures and animations.
    QT_TRANSLATE_NOOP("CoreText", "%1 does not end in .png, .jpg or .webp"),
    QT_TRANSLATE_NOOP("CoreText", "%1 does not end in .gif, .mp4 or .webp"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is no PNG, JPEG or WebP picture"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a broken PNG: %2"),
    QT_TRANSLATE_NOOP("CoreText", "the file is cut short"),
    QT_TRANSLATE_NOOP("CoreText", "the picture's record is broken: %1"),
    QT_TRANSLATE_NOOP("CoreText", "the picture's record is of version %1"),
    QT_TRANSLATE_NOOP("CoreText", "a WebP cannot be larger than 16383 pixels a side"),
    QT_TRANSLATE_NOOP("CoreText", "the pictures of a sheet must be of one size"),
    QT_TRANSLATE_NOOP("CoreText", "pictures of different sizes cannot be compared"),
    QT_TRANSLATE_NOOP("CoreText", "out of memory while writing an animation"),
    QT_TRANSLATE_NOOP("CoreText", "out of memory while writing a PNG"),
    QT_TRANSLATE_NOOP("CoreText", "cannot open the animation's file: %1"),
    QT_TRANSLATE_NOOP("CoreText", "cannot begin the animation's file: %1"),
    QT_TRANSLATE_NOOP("CoreText", "cannot encode a frame: %1"),
    QT_TRANSLATE_NOOP("CoreText", "this machine's FFmpeg has no GIF encoder"),
    QT_TRANSLATE_NOOP("CoreText", "this machine's FFmpeg has neither an H.264 nor an MPEG-4 encoder"),
    // Hints.
    QT_TRANSLATE_NOOP("CoreText", "free some disk space"),
    QT_TRANSLATE_NOOP("CoreText", "choose a folder you may write to"),
    QT_TRANSLATE_NOOP("CoreText", "create the folder %1 first"),
    QT_TRANSLATE_NOOP("CoreText", "choose a place you may write to"),
    QT_TRANSLATE_NOOP("CoreText", "%1 is a file: choose a folder"),
    QT_TRANSLATE_NOOP("CoreText", "a file is in the way: choose another folder"),
    QT_TRANSLATE_NOOP("CoreText", "remove the link, or name the file itself"),
    QT_TRANSLATE_NOOP("CoreText", "give the name of a file"),
    QT_TRANSLATE_NOOP("CoreText", "give the file itself"),
    QT_TRANSLATE_NOOP("CoreText", "give a file name inside it"),
    QT_TRANSLATE_NOOP("CoreText", "give the name of a new folder"),
    QT_TRANSLATE_NOOP("CoreText", "use up to 64 letters, digits, '-', '_' and '.', not starting with '.'"),
    QT_TRANSLATE_NOOP("CoreText", "the file is damaged or cut short; download it again"),
    QT_TRANSLATE_NOOP("CoreText", "the file is damaged; download it again"),
    QT_TRANSLATE_NOOP("CoreText", "download or copy it again"),
    QT_TRANSLATE_NOOP("CoreText", "restore it and load it again"),
    QT_TRANSLATE_NOOP("CoreText", "files ending in .safetensors, .pth, .pt or .ckpt can be read"),
    QT_TRANSLATE_NOOP("CoreText", "this file is a tokenizer; give the transformer's checkpoint"),
    QT_TRANSLATE_NOOP("CoreText", "this file is a transformer; give the tokenizer's checkpoint"),
    QT_TRANSLATE_NOOP("CoreText", "give the tokenizer that the transformer was trained with"),
    QT_TRANSLATE_NOOP("CoreText", "the file is damaged or no torch checkpoint"),
    QT_TRANSLATE_NOOP("CoreText", "save model.state_dict() itself, or under the name 'model'"),
    QT_TRANSLATE_NOOP("CoreText", "save model.state_dict() with torch.save instead"),
    QT_TRANSLATE_NOOP("CoreText",
                      "get the weights from a source you trust, saved as a plain state dict or as safetensors"),
    QT_TRANSLATE_NOOP("CoreText", "unpack it and load the checkpoint inside"),
    QT_TRANSLATE_NOOP("CoreText", "store the weights as bf16 or f32"),
    QT_TRANSLATE_NOOP("CoreText", "the checkpoint is broken; take another"),
    QT_TRANSLATE_NOOP("CoreText", "give one class name a line"),
    QT_TRANSLATE_NOOP("CoreText", "correct that entry of the file"),
    QT_TRANSLATE_NOOP("CoreText", "known keys: %1"),
    QT_TRANSLATE_NOOP("CoreText", "known models: %1"),
    QT_TRANSLATE_NOOP("CoreText", "did you mean %1"),
    QT_TRANSLATE_NOOP("CoreText", "a model's folder has a model.json"),
    QT_TRANSLATE_NOOP("CoreText", "update LPD Studio"),
    QT_TRANSLATE_NOOP("CoreText", "install LPD Studio again"),
    QT_TRANSLATE_NOOP("CoreText", "close other programs, or choose a smaller model"),
    QT_TRANSLATE_NOOP("CoreText", "use a smaller batch or fewer images at once"),
    QT_TRANSLATE_NOOP("CoreText", "the weights may be damaged; if precision is bf16, try fp32"),
    QT_TRANSLATE_NOOP("CoreText", "open it with a newer LPD Studio"),
    QT_TRANSLATE_NOOP("CoreText", "the picture itself may be fine; its settings cannot be restored"),
    QT_TRANSLATE_NOOP("CoreText", "save a PNG"),
    QT_TRANSLATE_NOOP("CoreText", "write a .gif or .webp"),
    QT_TRANSLATE_NOOP("CoreText", "write a .webp"),
};

const char* kindOf(const std::exception& error) {
  const auto* known = dynamic_cast<const Error*>(&error);
  switch (known ? known->code() : ErrorCode::Internal) {
    case ErrorCode::Usage:
      return QT_TRANSLATE_NOOP("CoreText", "a value is out of range: %1");
    case ErrorCode::NotFound:
      return QT_TRANSLATE_NOOP("CoreText", "something is missing: %1");
    case ErrorCode::InvalidFile:
      return QT_TRANSLATE_NOOP("CoreText", "a file cannot be used: %1");
    case ErrorCode::Io:
      return QT_TRANSLATE_NOOP("CoreText", "a file cannot be read or written: %1");
    case ErrorCode::Unsupported:
      return QT_TRANSLATE_NOOP("CoreText", "this computer cannot do that: %1");
    case ErrorCode::OutOfMemory:
      return QT_TRANSLATE_NOOP("CoreText", "the memory is too small: %1");
    case ErrorCode::Diverged:
    case ErrorCode::Internal:
      break;
  }
  return QT_TRANSLATE_NOOP("CoreText", "an unexpected fault: %1");
}

QString translated(const char* sentence) {
  return QCoreApplication::translate("CoreText", sentence);
}

struct Sentence {
  const char* text;
  QRegularExpression form;  ///< one group for every %n, in their order
  bool open;                ///< begins with what is filled in: could as well be the end of "the file: the sentence"
};

const QRegularExpression& filledIn() {
  static const QRegularExpression form(QStringLiteral("%(\\d)"));
  return form;
}

const std::vector<Sentence>& sentences() {
  static const std::vector<Sentence> all = [] {
    std::vector<Sentence> made;
    for (const char* sentence : kSentences) {
      const QString text = QString::fromLatin1(sentence);
      QStringList parts = text.split(filledIn());
      for (QString& part : parts)
        part = QRegularExpression::escape(part);
      const QString form = QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.+?)")));
      const bool open = text.startsWith(QLatin1String("%1")) && !text.contains(QLatin1String(": "));
      made.push_back({sentence, QRegularExpression(form, QRegularExpression::DotMatchesEverythingOption), open});
    }
    return made;
  }();
  return all;
}

std::optional<QString> known(const QString& english);

/// What is filled in may be a sentence itself: the reason behind a failure, say.
QString knownOrSame(const QString& english) {
  return known(english).value_or(english);
}

std::optional<QString> fitting(const QString& english, bool open) {
  for (const Sentence& sentence : sentences()) {
    if (sentence.open != open) continue;
    const QRegularExpressionMatch match = sentence.form.match(english);
    if (!match.hasMatch()) continue;
    const QString form = translated(sentence.text);
    QString text;
    qsizetype end = 0;
    for (auto places = filledIn().globalMatch(form); places.hasNext();) {
      const QRegularExpressionMatch place = places.next();
      text += form.mid(end, place.capturedStart() - end) + knownOrSame(match.captured(place.captured(1).toInt()));
      end = place.capturedEnd();
    }
    return text + form.mid(end);
  }
  return std::nullopt;
}

std::optional<QString> known(const QString& english) {
  if (const auto text = fitting(english, false)) return text;
  const QString between = QStringLiteral(": ");  // "the file: what is wrong with it"
  if (const qsizetype colon = english.indexOf(between); colon > 0)
    if (const auto rest = known(english.mid(colon + between.size())))
      return knownOrSame(english.left(colon)) + between + *rest;
  return fitting(english, true);
}

}  // namespace

QString coreText(const QString& english) {
  return knownOrSame(english);
}

QString coreText(const std::exception& error) {
  const QString english = QString::fromUtf8(error.what());
  if (const auto text = known(english)) return *text;
  const char* kind = kindOf(error);
  const QString said = translated(kind);
  return said == QLatin1String(kind) ? english : said.arg(english);  // an English window needs no introduction
}

QStringList coreSentences() {
  QStringList texts;
  for (const char* sentence : kSentences)
    texts << QString::fromLatin1(sentence);
  return texts;
}

}  // namespace lpd::studio
