using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// The people of the weddings corrected last, as they were written: to read and fold them again takes ten times as long as a
/// correction may. What is remembered is used only while the database still has what it was made from.
/// </summary>
internal sealed class PeopleMemory
{
    private const int MostWeddings = 4;

    /// <summary>
    /// Equal as long as a state is: rows of faces, bases and corrections are only added and dropped, never changed (but for the
    /// fold's own results), under ids that grow; whatever else changes what is folded raises the revision.
    /// </summary>
    internal readonly record struct Stamp(
        long Revision, int NextPersonId, int Faces, int? LastFace, int Photos, long? PhotoIds, int Bases, int? LastBase, int? LastSeq);

    private readonly Lock _lock = new();
    private readonly List<(Stamp Stamp, PeopleState State)> _last = [];

    /// <param name="IsAsWritten">What its fold comes to is what the tables hold.</param>
    internal readonly record struct Remembered(PeopleState State, Stamp Stamp, bool IsAsWritten);

    /// <summary>The state; who means to correct it is inside a write.</summary>
    public async Task<Remembered> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
        var stamp = await ReadAsync(db, wedding, ct);
        lock (_lock)
        {
            var known = _last.FindIndex(kept => kept.State.Wedding.Id == weddingId && kept.Stamp == stamp);
            if (known >= 0)
                return new Remembered(_last[known].State.Of(wedding), stamp, IsAsWritten: true);
        }

        return new Remembered(await PeopleState.LoadAsync(db, weddingId, ct), stamp, IsAsWritten: false);
    }

    /// <summary>Remembers what a write made of a state by one statement more; to be called once it is committed.</summary>
    public void Keep(Remembered before, PeopleState written, long revision)
    {
        var stamp = before.Stamp with
        {
            Revision = revision, NextPersonId = written.Wedding.NextPersonId, LastSeq = written.NextSeq - 1,
        };
        lock (_lock)
        {
            _last.RemoveAll(kept => kept.State.Wedding.Id == written.Wedding.Id);
            _last.Insert(0, (stamp, written));
            if (_last.Count > MostWeddings)
                _last.RemoveAt(MostWeddings);
        }
    }

    private static async Task<Stamp> ReadAsync(StudioDb db, Wedding wedding, CancellationToken ct)
    {
        var faces = db.Faces.Where(f => f.WeddingId == wedding.Id);
        var photos = db.Photos.Ready(wedding.Id);
        var bases = db.BasePartitions.Where(b => b.WeddingId == wedding.Id);
        var counted = await db.Weddings.Where(w => w.Id == wedding.Id).Select(_ => new
        {
            Faces = faces.Count(),
            LastFace = faces.Max(f => (int?)f.Id),
            Photos = photos.Count(),
            PhotoIds = photos.Sum(p => (long?)p.Id * p.Id),
            Bases = bases.Count(),
            LastBase = bases.Max(b => (int?)b.Id),
            LastSeq = db.Corrections.Where(c => c.WeddingId == wedding.Id).Max(c => (int?)c.Seq),
        }).SingleAsync(ct);
        return new Stamp(await Revisions.NowAsync(db, wedding.Id, ct), wedding.NextPersonId, counted.Faces, counted.LastFace,
            counted.Photos, counted.PhotoIds, counted.Bases, counted.LastBase, counted.LastSeq);
    }
}
