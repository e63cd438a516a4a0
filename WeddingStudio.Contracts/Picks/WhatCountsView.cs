namespace WeddingStudio.Contracts;

/// <summary>How much each part of a score counts for a wedding.</summary>
/// <param name="Technical">Sharp and well lit, 0..1; all four add up to 1.</param>
/// <param name="Composition">Framing.</param>
/// <param name="Expression">Expression.</param>
/// <param name="Context">Who and when.</param>
/// <param name="IsUsual">Nobody has set it otherwise.</param>
public sealed record WhatCountsView(double Technical, double Composition, double Expression, double Context, bool IsUsual);
