using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference;

internal static class OnnxWords
{
    /// <summary>The message as a sentence, for another to follow; the system's own part of it ends without a full stop.</summary>
    public static string Said(this OnnxRuntimeException error) => $"{error.Message.Trim().TrimEnd('.')}.";
}
