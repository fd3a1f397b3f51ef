#pragma once

#include "swatch_table.h"

#include <lpd/engine.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <stop_token>

namespace lpd::studio {

/// Owns the engine and does the work, on a thread of its own. Requests are queued in, values are queued out; loads and
/// runs are known by their ids, so that reports of one that was given up can be told apart.
class GenerationWorker : public QObject {
  Q_OBJECT

 public:
  GenerationWorker() = default;  ///< no parent: it moves to its thread

  void load(quint64 load, const lpd::ModelInfo& model, const lpd::EngineOptions& options, std::stop_token stop);
  void unload();
  void askDevices();
  void generate(quint64 run, const lpd::GenerationRequest& request, std::stop_token stop);

 Q_SIGNALS:
  void devicesListed(const std::vector<lpd::DeviceInfo>& devices);
  void loaded(quint64 load, const std::shared_ptr<lpd::Engine>& engine);
  void loadFailed(quint64 load, const QString& text, const QString& hint);
  void planned(quint64 run, const lpd::ImagePlan& plan);
  void stepMade(quint64 run, const lpd::StepRecord& record);
  void imageMade(quint64 run, const lpd::GeneratedImage& image);
  void finished(quint64 run, const lpd::GenerationResult& result);
  void failed(quint64 run, const QString& text, const QString& hint);

 private:
  std::shared_ptr<Engine> m_engine;
};

/// Computes the looks of the tokens beside the generation (the engine allows that), so that a large codebook never
/// keeps the first picture waiting.
class SwatchWorker : public QObject {
  Q_OBJECT

 public:
  SwatchWorker() = default;
  void compute(const std::shared_ptr<lpd::Engine>& engine, std::stop_token stop);

 Q_SIGNALS:
  void ready(const QString& tokenizerSha256, const std::shared_ptr<const lpd::studio::SwatchTable>& swatches);
  void failed(const QString& text, const QString& hint);
};

}  // namespace lpd::studio
