using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeddingStudio.Engine.Galleries.Results;

/// <summary>wedding.json: the names are the file's (snake case), in the file's order.</summary>
internal sealed record WeddingDocument(
    WeddingId WeddingId, string ProcessedDate, int TotalPhotos, int TotalFacesDetected, int UniqueIdentities,
    IReadOnlyList<WeddingDocument.Identity> Identities)
{
    public sealed record Identity(
        int ClusterId, string? Name, string? Role, int PhotoCount, IReadOnlyList<BestPhoto> BestPhotos, string? Thumbnail,
        bool SeenOnce, bool Hidden);

    public sealed record BestPhoto(
        string PhotoId, double Score, PartScores Scores, string? Moment, string? Timestamp, string Reason);

    public sealed record PartScores(double Technical, double Composition, double Expression, double Context);

    /// <summary>A line of faces.jsonl. Box [4], landmarks [5][2] in pixels of the upright full-size photo.</summary>
    public sealed record FaceLine(
        string FaceId, string PhotoId, double[] Box, double[][] Landmarks, double Confidence, double Quality, int ClusterId,
        FaceScores? Scores);

    public sealed record FaceScores(double Technical, double Composition, double Expression, double Context, double Overall);

    /// <summary>A line of problems.jsonl.</summary>
    public sealed record ProblemLine(string PhotoId, string Reason);

    /// <summary>Names are kept readable; the files are read as JSON, never pasted into HTML.</summary>
    public static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Indented = new(Lines) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Four decimals; adding zero turns -0 into 0.</summary>
    public static double Round(double value) => Math.Round(value, 4) + 0.0;

    /// <summary>UTC, ISO 8601, sub-seconds only when there are some.</summary>
    public static string Time(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
