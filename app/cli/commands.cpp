#include "command.h"

namespace lpd::cli {

std::span<const Command> commands() {
  static constexpr Command kCommands[] = {
      {"generate", "Make pictures", addGenerate, true},
      {"replay", "Rebuild a picture, a step of it or its animation from a PNG made here", addReplay, true},
      {"order", "Make, measure and draw generation orders", addOrder},
      {"models", "List the models found", addModels},
      {"import", "Turn released checkpoints into a model bundle", addImport, true},
      {"inspect", "Show what a weight file or a bundle holds", addInspect},
      {"encode", "Turn a picture into tokens", addEncode, true},
      {"decode", "Turn tokens into pictures", addDecode, true},
      {"reconstruct", "Pass a picture through the tokenizer and back", addReconstruct, true},
#ifdef LPD_HAVE_IMAGING
      {"dataset", "Draw pictures to train on, or encode them", addDataset, true},
      {"evaluate", "Measure how good a model's pictures are", addEvaluate, true},
#endif
      {"train", "Make a model", addTrain, true},
  };
  return kCommands;
}

}  // namespace lpd::cli
