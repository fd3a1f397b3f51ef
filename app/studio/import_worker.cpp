#include "import_worker.h"

#include "problem_text.h"

namespace lpd::studio {

namespace {
constexpr double kLeastAdvance = 1.0 / 400;  // of the progress bar: below a pixel nobody needs to know
}

void ImportWorker::recognise(quint64 work, const QStringList& paths, std::stop_token stop) {
  QList<RecognisedFile> files;
  for (const QString& path : paths) {
    if (stop.stop_requested()) return;
    files.append(recogniseFile(path));
  }
  Q_EMIT recognised(work, files);
}

void ImportWorker::import(quint64 work, ImportOptions options, std::stop_token stop) {
  double told = 0;
  const auto progress = [&](double fraction, const std::string&) {
    if (fraction - told < kLeastAdvance) return;
    told = fraction;
    Q_EMIT advanced(work, fraction);
  };
  try {
    if (options.out.empty()) options.out = ModelSearchPath::userFolder() / options.name;
    if (const auto model = importModel(options, progress, std::move(stop)))
      Q_EMIT imported(work, *model);
    else
      Q_EMIT stopped(work);
  } catch (const std::exception& error) {
    const ProblemText problem = problemText(error);
    Q_EMIT failed(work, problem.text, problem.hint);
  }
}

}  // namespace lpd::studio
