#include "training/tokenizer/tokenizer_trainer.h"

#include "training/optim/gradient_clip.h"
#include "training/optim/rate_schedule.h"
#include "training/run/noise.h"
#include "training/tokenizer/crop_loader.h"
#include "training/tokenizer/quantise.h"
#include "training/tokenizer/tokenizer_file.h"

#include <array>
#include <cmath>

namespace lpd::training {

namespace {

constexpr std::int64_t kPicturesAtOnce = 4;

/// Muon is for the matrices inside: the first and the last layer see colours, not features.
bool isInnerConvolution(const Parameter& parameter) {
  return parameter.value.dim() == 4 && parameter.name != "encoder.conv_in.weight" &&
         parameter.name != "decoder.conv_out.weight";
}

std::int64_t steps(double share, std::int64_t of) {
  return static_cast<std::int64_t>(std::llround(share * static_cast<double>(of)));
}

}  // namespace

TokenizerTrainer::TokenizerTrainer(const TokenizerRecipe& recipe, const torch::Device& device, bool bf16,
                                   Processes& processes)
    : recipe_(recipe),
      device_(device),
      bf16_(bf16),
      processes_(processes),
      network_(recipe.model, recipe.seed, device, bf16),
      decoder_(network_.decoderParameters()),
      average_(network_.parameters(), recipe.average),
      codebook_(recipe.model.codebookSize, recipe.model.codebookDim, device),
      discriminator_(recipe.discriminatorChannels, recipe.seed, device) {
  std::vector<MuonParameter> inner;
  Parameters others;
  for (const auto& parameter : network_.parameters()) {
    if (recipe.muon && isInnerConvolution(parameter))
      inner.push_back({parameter});
    else
      others.push_back(parameter);
  }
  if (recipe.muon) muon_ = std::make_unique<Muon>(inner, MuonOptions());
  adam_ = std::make_unique<AdamW>(others, AdamWOptions());
  AdamWOptions adversarial;
  adversarial.beta1 = 0.5;
  discriminatorAdam_ = std::make_unique<AdamW>(discriminator_.parameters(), adversarial);
}

TokenizerTrainer::Rates TokenizerTrainer::ratesAt(std::int64_t step) const {
  const std::int64_t from = recipe_.decoderFrom();
  RateSchedule schedule;
  schedule.rate = 1;
  if (step < from) {
    schedule.steps = from;
    schedule.warmup = recipe_.warmup;
    schedule.cosineFrom = steps(recipe_.cosineFrom, from);
    schedule.floor = recipe_.decoderRateShare;
  } else {
    schedule.rate = recipe_.decoderRateShare;
    schedule.steps = recipe_.decoderSteps;
    step -= from;
  }
  const double factor = schedule.at(step);
  return {recipe_.muonRate * factor, recipe_.adamRate * factor};
}

void TokenizerTrainer::startAt(const NamedTensors& weights) {
  const torch::NoGradGuard noGradients;
  for (const auto& parameter : network_.parameters())
    parameter.value.detach().copy_(storedTensor(weights, parameter.name, parameter.value));
  average_ = WeightAverage(network_.parameters(), recipe_.average);
  if (recipe_.continuousSteps == 0)
    codebook_.startAt(storedTensor(weights, kCodebookName, codebook_.vectors()).to(device_));
}

void TokenizerTrainer::prepare(std::int64_t step, const PictureSource& source) {
  if (step == recipe_.continuousSteps && !codebook_.started()) startCodebook(source);
  if (step == recipe_.decoderFrom() && recipe_.decoderSteps > 0) freezeAllButDecoder();
}

/// Every process sees the same pictures and comes to the same codes.
void TokenizerTrainer::startCodebook(const PictureSource& source) {
  const torch::NoGradGuard noGradients;
  std::vector<torch::Tensor> rows;
  for (std::int64_t first = 0; first < recipe_.kmeansPictures; first += kPicturesAtOnce) {
    std::vector<Image> pictures;
    for (std::int64_t i = first; i < std::min(first + kPicturesAtOnce, recipe_.kmeansPictures); ++i) {
      auto dice = noise(recipe_.seed, i, Purpose::Evaluation);
      pictures.push_back(source.train(dice.below(static_cast<std::uint32_t>(source.trainCount()))).pixels);
    }
    rows.push_back(asRows(network_.encode(stacked(pictures).to(device_))));
  }
  codebook_.startFrom(at::cat(rows), recipe_.seed);
}

void TokenizerTrainer::freezeAllButDecoder() {
  const torch::NoGradGuard noGradients;
  const auto averages = average_.averages();
  for (std::size_t i = 0; i < averages.size(); ++i)
    network_.parameters()[i].value.detach().copy_(averages[i].value);
}

torch::Tensor TokenizerTrainer::latentsOf(const torch::Tensor& pictures, bool decoderOnly) const {
  if (!decoderOnly) return network_.encode(pictures);
  const torch::NoGradGuard noGradients;
  return network_.encode(pictures);
}

torch::Tensor TokenizerTrainer::joint(const torch::Tensor& rows) const {
  const auto& place = processes_.place();
  if (place.size == 1) return rows;
  auto all = torch::zeros({rows.size(0) * place.size, rows.size(1)}, rows.options());
  all.narrow(0, rows.size(0) * place.rank, rows.size(0)).copy_(rows);
  processes_.sum(std::span(&all, 1));
  return all;
}

void TokenizerTrainer::learnCodebook(std::int64_t step, const torch::Tensor& mine, const torch::Tensor& mineCodes) {
  const torch::NoGradGuard noGradients;
  const auto rows = joint(mine);
  const auto codes = processes_.place().size == 1 ? mineCodes : codebook_.nearest(rows);
  codebook_.follow(rows, codes, recipe_.codebookDecay);
  if (step % recipe_.reviveEvery == 0) codebook_.revive(rows, codes, recipe_.reviveBelow, recipe_.seed, step);
}

double TokenizerTrainer::averageGradients(const Parameters& parameters, double limit) const {
  std::vector<torch::Tensor> gradients;
  for (const auto& parameter : parameters)
    if (parameter.value.grad().defined()) gradients.push_back(parameter.value.grad());
  processes_.average(gradients);
  return clipGradients(parameters, limit);
}

double TokenizerTrainer::learnDiscriminator(const torch::Tensor& real, const torch::Tensor& made) {
  zeroGradients(discriminator_.parameters());
  const auto loss = discriminatorLoss(discriminator_(real, false), discriminator_(made.detach(), false));
  loss.backward();
  averageGradients(discriminator_.parameters(), 0);
  discriminatorAdam_->step(recipe_.discriminatorRate);
  return loss.item<double>();
}

TokenizerFigures TokenizerTrainer::averageOf(TokenizerFigures figures) const {
  for (double* value : {&figures.loss, &figures.absolute, &figures.edge, &figures.quarter, &figures.square,
                        &figures.commitment, &figures.discriminator})
    *value = processes_.average(*value);
  return figures;
}

TokenizerFigures TokenizerTrainer::step(std::int64_t step, const torch::Tensor& batch) {
  const TokenizerPhase phase = recipe_.phaseAt(step);
  const bool decoderOnly = phase == TokenizerPhase::Decoder;
  // On a CPU as the network's pictures lie, so that both are compared without reordering.
  const auto pictures = device_.is_cpu() ? batch.contiguous(torch::MemoryFormat::ChannelsLast) : batch.to(device_);
  zeroGradients(network_.parameters());
  const auto latents = latentsOf(pictures, decoderOnly);
  auto codes = latents;
  torch::Tensor commitment, rows, nearest;
  if (phase != TokenizerPhase::Continuous) {
    rows = asRows(latents.detach());
    nearest = codebook_.nearest(rows);
    const auto quantised = asPicture(codebook_.vectors().index_select(0, nearest), latents);
    codes = decoderOnly ? quantised : straightThrough(latents, quantised);
    commitment = (latents - quantised).square().mean();
  }
  const auto made = network_.decode(codes);
  const auto loss = ReconstructionLoss::of(made, pictures, recipe_.loss);
  auto sum = loss.sum;
  if (phase == TokenizerPhase::Codebook) sum = sum + recipe_.loss.commitment * commitment;
  if (decoderOnly) sum = sum - recipe_.discriminatorWeight * discriminator_(made, true).mean();
  sum.backward();

  TokenizerFigures figures;
  figures.loss = sum.item<double>();
  figures.absolute = loss.absolute.item<double>();
  figures.edge = loss.edge.item<double>();
  figures.quarter = loss.quarter.item<double>();
  figures.square = loss.square.item<double>();
  figures.commitment = commitment.defined() ? commitment.item<double>() : 0;
  const double norm = averageGradients(decoderOnly ? decoder_ : network_.parameters(), recipe_.clip);
  if (!std::isfinite(norm)) figures.loss = norm;
  figures = averageOf(figures);
  if (!std::isfinite(figures.loss)) return figures;

  const Rates rates = ratesAt(step);
  if (muon_) muon_->step(rates.muon);
  adam_->step(rates.adam);
  average_.update();
  if (phase == TokenizerPhase::Codebook) learnCodebook(step, rows, nearest);
  if (decoderOnly) figures.discriminator = processes_.average(learnDiscriminator(pictures, made));
  return figures;
}

TrainableTokenizer TokenizerTrainer::averaged() const {
  return {recipe_.model, average_.averages(), bf16_};
}

NamedTensors TokenizerTrainer::save() const {
  NamedTensors out;
  for (const auto& parameter : network_.parameters())
    out["model." + parameter.name] = parameter.value.detach();
  for (const auto& parameter : discriminator_.parameters())
    out["model." + parameter.name] = parameter.value.detach();
  average_.save("average.", out);
  codebook_.save("codebook.", out);
  if (muon_) muon_->save("muon.", out);
  adam_->save("adam.", out);
  discriminatorAdam_->save("discriminator_adam.", out);
  return out;
}

void TokenizerTrainer::load(const NamedTensors& stored) {
  const torch::NoGradGuard noGradients;
  for (const auto* parameters : {&network_.parameters(), &discriminator_.parameters()})
    for (const auto& parameter : *parameters)
      parameter.value.detach().copy_(storedTensor(stored, "model." + parameter.name, parameter.value));
  average_.load("average.", stored);
  codebook_.load("codebook.", stored);
  if (muon_) muon_->load("muon.", stored);
  adam_->load("adam.", stored);
  discriminatorAdam_->load("discriminator_adam.", stored);
}

}  // namespace lpd::training
