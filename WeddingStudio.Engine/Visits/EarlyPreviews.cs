using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Visits;

/// <summary>
/// Previews of drawn photos for whoever wants to see them before their visit, or where no visit is possible for want of models.
/// </summary>
public sealed class EarlyPreviews(StudioStore store, PhotoVisitor visitor) : IDisposable
{
    // A page asks for a dozen at once; the analysis keeps the rest of the computer.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Does nothing for a picture that is no photo of the wedding or cannot be read.</summary>
    public async Task MakeAsync(WeddingId weddingId, string contentHash, CancellationToken ct)
    {
        var (wedding, photo) = await store.ReadAsync(async db => (
            await db.Weddings.SingleAsync(w => w.Id == weddingId, ct),
            await db.Photos.FirstOrDefaultAsync(p => p.WeddingId == weddingId && p.ContentHash == contentHash
                && p.State != PhotoState.Problem && p.State != PhotoState.Gone, ct)), ct);
        if (photo is null || !wedding.IsDrawn)
            return;
        await _one.WaitAsync(ct);
        try
        {
            (await visitor.ReadAsync(wedding, photo, ct)).Dispose();
        }
        catch (Exception trouble) when (trouble is PhotoProblemException or PhotoFolderException)
        {
            // The visit will find the same and say so where problems are listed.
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
