using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

public sealed class HdbscanPredictionTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [MemberData(nameof(GoldenCase.PredictedRuns), MemberType = typeof(GoldenCase))]
    public void Fixed_prediction_equals_the_golden_run_with_the_true_clusters(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var (labels, strengths) = Predict(golden, run, PredictionForm.Fixed);

        Assert.Equal(run.PredictFixedLabels, labels);
        AssertClose(run.PredictFixedStrengths, strengths);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.PredictedRuns), MemberType = typeof(GoldenCase))]
    public void Library_prediction_equals_the_golden_run_with_its_mistake(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var (labels, strengths) = Predict(golden, run, PredictionForm.Library);

        Assert.Equal(run.PredictLabels, labels);
        AssertClose(run.PredictStrengths, strengths);
    }

    [Theory]
    [InlineData("faces512_300", 0)]
    [InlineData("faces512_1000", 4)]
    public void Fixed_prediction_of_a_clustered_training_face_is_its_own_label(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var fit = golden.Cluster(golden.Runs[index], TieOrder.Stable);

        var (labels, _) = Prediction.ApproximatePredict(fit, golden.Vectors, golden.Vectors, golden.D);

        Assert.All(labels.Zip(fit.Labels), pair => Assert.True(pair.Second < 0 || pair.First == pair.Second));
    }

    [Fact]
    public void A_point_with_a_hole_in_it_is_predicted_as_noise()
    {
        float[] vectors = [0, 1, 2, 100, 101, 102];
        var fit = Engine.People.Hdbscan.Hdbscan.Fit(vectors, 1, new HdbscanOptions());

        var (labels, strengths) = Prediction.ApproximatePredict(fit, vectors, [float.NaN, 1f, 101f], 1);

        Assert.Equal(-1, labels[0]);
        Assert.Equal(fit.Labels[1], labels[1]);
        Assert.Equal(fit.Labels[4], labels[2]);
        Assert.Equal(0, strengths[0]);
    }

    [Fact]
    public void Prediction_from_nothing_is_noise()
    {
        var fit = Engine.People.Hdbscan.Hdbscan.Fit([], 2, new HdbscanOptions());

        var (labels, strengths) = Prediction.ApproximatePredict(fit, [], [1f, 2f], 2);

        Assert.Equal([-1], labels);
        Assert.Equal([0.0], strengths);
    }

    [Fact]
    public void Prediction_from_other_rows_than_were_clustered_is_refused()
    {
        var fit = Engine.People.Hdbscan.Hdbscan.Fit([0, 1, 2], 1, new HdbscanOptions());

        Assert.Throws<ArgumentException>(() => Prediction.ApproximatePredict(fit, [0f, 1f], [1f], 1));
    }

    private static (int[] Labels, double[] Strengths) Predict(GoldenCase golden, GoldenRun run, PredictionForm form) =>
        Prediction.ApproximatePredict(golden.Cluster(run, TieOrder.NumpyArgsort), golden.Vectors, golden.HeldoutVectors, golden.D, form);

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
