#include "command.h"

namespace lpd::cli {

std::span<const Command> commands() {
  static constexpr Command kCommands[] = {
      {"generate", "Make pictures", addGenerate},
      {"replay", "Rebuild a picture, a step of it or its animation from a PNG made here", addReplay},
      {"order", "Make, measure and draw generation orders", addOrder},
      {"models", "List the models found", addModels},
      {"import", "Turn released checkpoints into a model bundle", addImport},
      {"inspect", "Show what a weight file or a bundle holds", addInspect},
      {"encode", "Turn a picture into tokens", addEncode},
      {"decode", "Turn tokens into pictures", addDecode},
      {"reconstruct", "Pass a picture through the tokenizer and back", addReconstruct},
#ifdef LPD_HAVE_IMAGING
      {"dataset", "Draw pictures to train on, or encode them", addDataset},
      {"evaluate", "Measure how good a model's pictures are", addEvaluate},
#endif
      {"train", "Make a model", addTrain},
  };
  return kCommands;
}

}  // namespace lpd::cli
