using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// What is known of people beyond the photo: roles, places on the guest list, and how often they are seen at each moment.
/// </summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<int, string?> _roles;
    private readonly Dictionary<int, Seat> _seats;
    private readonly Dictionary<(int PersonId, int MomentId), int> _photos;

    private KnownPeople(Dictionary<int, string?> roles, Dictionary<int, Seat> seats, Dictionary<(int, int), int> photos) =>
        (_roles, _seats, _photos) = (roles, seats, photos);

    /// <param name="db">The studio.</param>
    /// <param name="weddingId">Whose people.</param>
    /// <param name="toCount">Whose photos are counted.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<KnownPeople> LoadAsync(
        StudioDb db, WeddingId weddingId, IReadOnlyCollection<int> toCount, CancellationToken ct)
    {
        var roles = await db.People.Where(p => p.WeddingId == weddingId && p.Role != null).ToDictionaryAsync(p => p.Id, p => p.Role, ct);
        var guests = await db.GuestEntries.AsNoTracking().Where(g => g.WeddingId == weddingId).ToListAsync(ct);
        int?[] counted = [.. toCount.Select(id => (int?)id)];
        var seen = await (
            from face in db.Faces
            where face.WeddingId == weddingId && counted.Contains(face.PersonId)
            join photo in db.Photos on face.PhotoId equals photo.Id
            where photo.State == PhotoState.Ready && photo.MomentId != null
            group face.PhotoId by new { PersonId = face.PersonId!.Value, MomentId = photo.MomentId!.Value } into moment
            select new { moment.Key.PersonId, moment.Key.MomentId, Photos = moment.Distinct().Count() }).ToListAsync(ct);
        return new KnownPeople(roles, SeatsOf(guests), seen.ToDictionary(s => (s.PersonId, s.MomentId), s => s.Photos));
    }

    /// <param name="face">A face of the photo.</param>
    /// <param name="momentId">The photo's.</param>
    /// <param name="known">How many photos of it the person is in, where that was counted before and is as it was.</param>
    public MeasuredFace Add(MeasuredFace face, int? momentId, int? known) => face with
    {
        Role = _roles.GetValueOrDefault(face.PersonId),
        Seat = _seats.GetValueOrDefault(face.PersonId),
        PhotosOfMoment = known ?? (momentId is { } moment ? _photos.GetValueOrDefault((face.PersonId, moment)) : 0),
    };

    /// <summary>
    /// A household's size is the list's, whoever of it has been named already: names must not change scores of photos they are not in.
    /// </summary>
    private static Dictionary<int, Seat> SeatsOf(List<GuestEntry> guests)
    {
        var sizes = guests.Where(g => !string.IsNullOrWhiteSpace(g.Household))
            .CountBy(g => g.Household!.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return guests.Where(g => g.PersonId is not null).GroupBy(g => g.PersonId!.Value).ToDictionary(g => g.Key, g =>
        {
            var guest = g.First();
            return new Seat(guest.Table, guest.Household, string.IsNullOrWhiteSpace(guest.Household) ? 0 : sizes[guest.Household.Trim()]);
        });
    }
}
