namespace WeddingStudio.Contracts;

/// <summary>Best photos: how many, what counts, when guests see them; and the album.</summary>
public interface IPicksHub
{
    Task<PicksView> Picks(WeddingId weddingId);

    /// <summary>How many best photos one person, everybody of a role, or (neither named) everybody is given; null: as everybody.</summary>
    Task<DeskAnswer> SetPickCount(WeddingId weddingId, int? personId, string? role, int? count);

    /// <summary>Why a photo is not among somebody's best; null when it is.</summary>
    Task<Message?> WhyNot(WeddingId weddingId, int personId, int photoId);

    /// <summary>Guests see the best photos as they are now.</summary>
    Task<DeskAnswer> Publish(WeddingId weddingId);

    Task<DeskAnswer> SetPublishesAtOnce(WeddingId weddingId, bool atOnce);

    Task<WhatCountsView> WhatCounts(WeddingId weddingId);

    /// <summary>0..1 each.</summary>
    Task<DeskAnswer> SetWhatCounts(WeddingId weddingId, double technical, double composition, double expression, double context);

    Task<DeskAnswer> UsualWhatCounts(WeddingId weddingId);

    /// <summary>The smallest album with everyone, and who has no or few photos.</summary>
    [TakesLong]
    Task<AlbumView> Album(WeddingId weddingId);
}
