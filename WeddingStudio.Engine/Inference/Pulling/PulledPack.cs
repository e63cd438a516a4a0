using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>The pack a pull was asked for, in its place; <paramref name="WasHere"/> when nothing had to be fetched.</summary>
/// <param name="KeptAside">Where a broken folder of that name is kept that held other files too; null when there was none.</param>
public sealed record PulledPack(ModelPack Pack, bool WasHere, string? KeptAside = null);
