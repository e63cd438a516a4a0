namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>The pack a pull was asked for, in its place; <paramref name="WasHere"/> when nothing had to be fetched.</summary>
public sealed record PulledPack(ModelPack Pack, bool WasHere);
