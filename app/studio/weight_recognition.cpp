#include "weight_recognition.h"

#include "problem_text.h"
#include "wording.h"

#include <lpd/weights.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringDecoder>

#include <optional>

namespace lpd::studio {

namespace {

constexpr qint64 kLargestText = 4 << 20;
constexpr qsizetype kLongestName = 48;

QString formatText(WeightFormat format) {
  return format == WeightFormat::Safetensors ? QStringLiteral("safetensors")
                                             : QCoreApplication::translate("WeightRecognition", "PyTorch checkpoint");
}

quint64 elementsOf(const WeightFile& file) {
  quint64 sum = 0;
  for (const TensorInfo& tensor : file.tensors())
    if (tensor.name != "quantize.codebook_used") sum += static_cast<quint64>(tensor.elements());
  return sum;
}

void describeTransformer(const WeightFile& file, RecognisedFile& found) {
  const TensorInfo* classes = file.find("class_emb.weight");
  const bool headsKnown = classes && classes->shape.size() == 2 && classes->shape[1] % 64 == 0;
  const TransformerConfig config = inferTransformer(file, headsKnown ? 0 : 1);
  found.part = FilePart::Transformer;
  found.fact =
      QStringList{parameterText(elementsOf(file)),
                  QCoreApplication::translate("WeightRecognition", "%n subject(s)", nullptr, config.classCount),
                  QCoreApplication::translate("WeightRecognition", "%n patch(es)", nullptr, config.tokens),
                  formatText(file.format())}
          .join(QStringLiteral(" · "));
  found.suggestedName = modelNameFrom(found.path);
}

void describeTokenizer(const WeightFile& file, RecognisedFile& found) {
  const TokenizerConfig config = inferTokenizer(file, 1);
  found.part = FilePart::Tokenizer;
  found.fact =
      QStringList{parameterText(elementsOf(file)),
                  QCoreApplication::translate("WeightRecognition", "%n token(s)", nullptr, config.codebookSize),
                  QCoreApplication::translate("WeightRecognition", "patches of %1 px").arg(config.stride()),
                  formatText(file.format())}
          .join(QStringLiteral(" · "));
}

void describeWeights(RecognisedFile& found) {
  const auto file = WeightFile::open(found.path.toStdString());
  if (file->find("token_emb.weight") || file->find("class_emb.weight")) return describeTransformer(*file, found);
  if (file->find("quantize.embedding.weight")) return describeTokenizer(*file, found);
  found.problem = QCoreApplication::translate("WeightRecognition", "%1 holds weights of some other kind of model")
                      .arg(QFileInfo(found.path).fileName());
  found.hint = QCoreApplication::translate("WeightRecognition",
                                           "An LPD transformer and the VQ tokenizer it was trained with are needed");
}

/// The text of a small file that is nothing but text.
std::optional<QString> textOf(const QString& path) {
  QFile file(path);
  if (file.size() > kLargestText || !file.open(QFile::ReadOnly)) return std::nullopt;
  const QByteArray bytes = file.readAll();
  if (bytes.isEmpty() || bytes.contains('\0')) return std::nullopt;
  QStringDecoder decoder(QStringDecoder::Utf8);
  QString text = decoder(bytes);
  if (decoder.hasError()) return std::nullopt;
  return text;
}

void describeText(const QString& text, RecognisedFile& found) {
  const QString trimmed = text.trimmed();
  if (trimmed.startsWith(u'{')) {
    const QStringList keys = QJsonDocument::fromJson(trimmed.toUtf8()).object().keys();
    found.part = FilePart::Config;
    found.fact = keys.isEmpty() ? QStringLiteral("JSON") : keys.join(QStringLiteral(", "));
    return;
  }
  found.part = FilePart::Classes;
  const int lines = static_cast<int>(trimmed.count(u'\n')) + 1;
  found.fact = QCoreApplication::translate("WeightRecognition", "%n name(s)", nullptr, lines);
}

void describeFolder(RecognisedFile& found) {
  const bool bundle = QFileInfo::exists(found.path + QStringLiteral("/model.json"));
  found.problem =
      bundle ? QCoreApplication::translate("WeightRecognition", "%1 is a model already")
                   .arg(QFileInfo(found.path).fileName())
             : QCoreApplication::translate("WeightRecognition", "%1 is a folder").arg(QFileInfo(found.path).fileName());
  found.hint =
      bundle ? QCoreApplication::translate("WeightRecognition", "Put its folder among your models; it needs no import")
             : QCoreApplication::translate("WeightRecognition", "Drop the two weight files in it");
}

}  // namespace

RecognisedFile recogniseFile(const QString& path) {
  RecognisedFile found;
  found.path = path;
  if (QFileInfo(path).isDir()) {
    describeFolder(found);
    return found;
  }
  try {
    if (const auto text = textOf(path))
      describeText(*text, found);
    else
      describeWeights(found);
  } catch (const std::exception& error) {
    found.part = FilePart::Unusable;
    const ProblemText problem = problemText(error);
    found.problem = problem.text;
    found.hint = problem.hint;
  }
  return found;
}

QString modelNameFrom(const QString& path) {
  static const QStringList kGeneric{QStringLiteral("model"), QStringLiteral("checkpoint"),
                                    QStringLiteral("checkpoint-last"), QStringLiteral("pytorch_model"),
                                    QStringLiteral("transformer")};
  QString name;
  QString stem = QFileInfo(path).completeBaseName().toLower();
  if (kGeneric.contains(stem)) stem = QFileInfo(path).absoluteDir().dirName().toLower();
  for (const QChar c : stem) {
    const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.';
    if (plain)
      name += c;
    else if (!name.isEmpty() && !name.endsWith(u'-'))
      name += u'-';
  }
  while (name.startsWith(u'.') || name.startsWith(u'-'))
    name.remove(0, 1);
  name.truncate(kLongestName);
  while (name.endsWith(u'-') || name.endsWith(u'.'))
    name.chop(1);
  return name.isEmpty() ? QStringLiteral("model") : name;
}

}  // namespace lpd::studio
