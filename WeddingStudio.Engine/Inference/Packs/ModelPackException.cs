namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>A model pack, or a model in it, that cannot be used; the message names the file and what to do.</summary>
public sealed class ModelPackException(string message, Exception? inner = null) : Exception(message, inner);
