#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace lpd::studio {

/// What a file is for an import, told by what is in it, never by its name.
enum class FilePart { Transformer, Tokenizer, Config, Classes, Unusable };

struct RecognisedFile {
  QString path;
  FilePart part = FilePart::Unusable;
  QString fact;           ///< what it holds, in a few words
  QString suggestedName;  ///< of a transformer: a short name for the model
  QString problem;        ///< of an unusable one, and how to mend it
  QString hint;
};

/// Reads headers only. Throws nothing.
RecognisedFile recogniseFile(const QString& path);

/// "Weights/LPD L 256.pth" -> "lpd-l-256": what an import takes as a name. A file called only "model" is named after
/// its folder.
QString modelNameFrom(const QString& path);

}  // namespace lpd::studio

Q_DECLARE_METATYPE(lpd::studio::RecognisedFile)
