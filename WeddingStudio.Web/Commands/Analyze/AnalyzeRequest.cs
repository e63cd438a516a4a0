namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>What `analyze` was asked for; all paths absolute, null = not given.</summary>
internal sealed record AnalyzeRequest(
    string Photos, string Results, WeddingId? WeddingId, string? Guests, string? Timeline, string? TimeZone, string? Tags,
    int? Best, bool WithoutMissing)
{
    public string DataDirectory => Path.Combine(Results, ".studio");
}
