using WeddingStudio.Words;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>A model pack, or a model in it, that cannot be used; the message names the file and what to do.</summary>
public sealed class ModelPackException(Message told, Exception? inner = null) : ToldException(told, inner)
{
    /// <param name="detail">For whoever made the pack, or looks after the computer: in English.</param>
    public ModelPackException(string detail, Exception? inner = null) : this(new Message("Inference.PackTrouble", detail), inner)
    {
    }
}
