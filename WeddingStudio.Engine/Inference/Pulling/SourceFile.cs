namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>A file to fetch, or one that lies in an archive and then has no address of its own.</summary>
/// <param name="Path">Where it lies in the pack's folder.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Url">Where it is fetched; null inside an archive.</param>
public sealed record SourceFile(string Path, string Sha256, long Bytes, Uri? Url = null);
