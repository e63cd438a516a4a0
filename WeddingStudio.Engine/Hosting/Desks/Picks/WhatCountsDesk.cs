using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Engine.Hosting.Desks.Picks;

/// <summary>Reads and sets the weights of a wedding's scores; scores and picks are made again before it answers.</summary>
public sealed class WhatCountsDesk(StudioStore store, StudioPipeline pipeline, IOptions<ScoresOptions> usual)
{
    /// <summary>Sliders stand at whole hundredths, and so are the sums.</summary>
    private const double Hundredth = .01;

    public async Task<WhatCountsView> ViewAsync(WeddingId weddingId, CancellationToken ct)
    {
        var wedding = await store.ReadAsync(db => db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct), ct);
        var weights = usual.Value.For(wedding);
        return new WhatCountsView(weights.TechnicalWeight, weights.CompositionWeight, weights.ExpressionWeight, weights.ContextWeight,
            wedding.TechnicalWeight is null);
    }

    /// <summary>Whatever their sum, they are set to add up to 1.</summary>
    public async Task<DeskAnswer> SetAsync(
        WeddingId weddingId, double technical, double composition, double expression, double context, CancellationToken ct)
    {
        double[] weights = [technical, composition, expression, context];
        var sum = weights.Sum();
        if (!weights.All(w => double.IsFinite(w) && w >= 0) || sum < Hundredth)
            return new DeskAnswer(false, new("Picks.SomethingCounts"));
        await WriteAsync(weddingId, [.. weights.Select(w => (double?)(w / sum))], ct);
        return new DeskAnswer(true, new("Picks.ChosenAgain"));
    }

    public async Task<DeskAnswer> ForgetAsync(WeddingId weddingId, CancellationToken ct)
    {
        await WriteAsync(weddingId, [null, null, null, null], ct);
        return new DeskAnswer(true, new("Picks.UsualAgain"));
    }

    private async Task WriteAsync(WeddingId weddingId, double?[] weights, CancellationToken ct)
    {
        var revision = await store.WriteAsync(async db =>
        {
            var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
            (wedding.TechnicalWeight, wedding.CompositionWeight) = (weights[0], weights[1]);
            (wedding.ExpressionWeight, wedding.ContextWeight) = (weights[2], weights[3]);
            return await Revisions.RaiseAsync(db, weddingId, ct);
        }, ct);
        await pipeline.WeighAgainAsync(weddingId, revision);
    }
}
