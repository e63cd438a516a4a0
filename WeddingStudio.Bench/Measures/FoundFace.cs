using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench.Measures;

/// <summary>A face an analysis found.</summary>
/// <param name="Person">Its cluster_id; -1 for nobody.</param>
/// <param name="Technical">Its technical score; null for a face that has none.</param>
/// <param name="Look">What its eyes and mouth do; null where no landmarks were measured.</param>
public sealed record FoundFace(string PhotoId, FaceBox Box, double Confidence, int Person, double? Technical, Look? Look);
