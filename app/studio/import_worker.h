#pragma once

#include "weight_recognition.h"

#include <lpd/weights.h>

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <stop_token>

namespace lpd::studio {

/// Looks into files and imports models, on a thread of its own. What it reports belongs to the work of that id.
class ImportWorker : public QObject {
  Q_OBJECT

 public:
  ImportWorker() = default;  ///< no parent: it moves to its thread

  void recognise(quint64 work, const QStringList& paths, std::stop_token stop);
  /// An empty `options.out` is a folder of the model's name among the user's models.
  void import(quint64 work, lpd::ImportOptions options, std::stop_token stop);

 Q_SIGNALS:
  void recognised(quint64 work, const QList<lpd::studio::RecognisedFile>& files);
  void advanced(quint64 work, double fraction);
  void imported(quint64 work, const lpd::ModelInfo& model);
  void stopped(quint64 work);
  void failed(quint64 work, const QString& text, const QString& hint);
};

}  // namespace lpd::studio
