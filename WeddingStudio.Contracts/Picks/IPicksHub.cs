namespace WeddingStudio.Contracts;

/// <summary>Best photos: how many, what counts, when guests see them; and the album.</summary>
public interface IPicksHub
{
    Task<PicksView> Picks(string weddingId);

    /// <summary>How many best photos one person, everybody of a role, or (neither named) everybody is given; null: as everybody.</summary>
    Task<DeskAnswer> SetPickCount(string weddingId, int? personId, string? role, int? count);

    /// <summary>Why a photo is not among somebody's best; null when it is.</summary>
    Task<string?> WhyNot(string weddingId, int personId, int photoId);

    /// <summary>Guests see the best photos as they are now.</summary>
    Task<DeskAnswer> Publish(string weddingId);

    Task<DeskAnswer> SetPublishesAtOnce(string weddingId, bool atOnce);

    Task<WhatCountsView> WhatCounts(string weddingId);

    /// <summary>0..1 each.</summary>
    Task<DeskAnswer> SetWhatCounts(string weddingId, double technical, double composition, double expression, double context);

    Task<DeskAnswer> UsualWhatCounts(string weddingId);

    /// <summary>The smallest album with everyone, and who has no or few photos.</summary>
    [TakesLong]
    Task<AlbumView> Album(string weddingId);
}
