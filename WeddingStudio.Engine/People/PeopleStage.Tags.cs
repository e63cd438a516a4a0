using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Statements;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.People;

/// <summary>What came of a tags file.</summary>
/// <param name="Tagged">Faces that were found.</param>
public sealed record TagsOutcome(int Tagged, IReadOnlyList<string> Problems, PeopleWritten Written)
{
    public long Revision => Written.Revision;
}

/// <summary>Tags from a file become statements of the user who brings it, as if said on a page.</summary>
public sealed partial class PeopleStage
{
    /// <summary>A tag may need a face to be found, moved, and its person named.</summary>
    private const int StatementsPerTag = 3;

    /// <summary>
    /// Faces tagged with one name become one person, faces tagged with two names two. Applying a file twice says nothing
    /// twice. All statements go in one transaction; the caller then scores and picks for the people concerned.
    /// </summary>
    public Task<TagsOutcome> ApplyTagsAsync(WeddingId weddingId, string userId, TagsFile file, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var state = await PeopleState.LoadAsync(db, weddingId, ct);
            var (tags, problems) = Find(state, file);
            List<JournalEntry> said = [];
            for (var at = 0; at < tags.Count; at++)
            {
                for (var i = 0; i < StatementsPerTag && TagStatements.Next(state.Fold(), tags, at) is { } statement; i++)
                {
                    var (entry, outcome) = Said.Statement(state, userId, Now(), statement);
                    if (entry is null)
                    {
                        problems.Add($"Tags: '{tags[at].Tag.Name}' in '{tags[at].Tag.PhotoId}' was not taken. "
                            + StudioWords.English.Of(outcome.Message));
                        break;
                    }

                    said.Add(entry);
                    state = state.With(entry);
                }
            }

            if (said.Count == 0)
                return new TagsOutcome(tags.Count, problems, PeopleWritten.Nobody(await Revisions.NowAsync(db, weddingId, ct)));
            db.Corrections.AddRange(said.Select(entry => entry.ToRow(weddingId)));
            var written = await PeopleTables.WriteAsync(db, state, state.Fold(), ct);
            return new TagsOutcome(tags.Count, problems, written);
        }, ct);

    private static (List<FoundTag> Tags, List<string> Problems) Find(PeopleState state, TagsFile file)
    {
        var photoOfPath = state.PathOfPhoto.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        var matcher = new AnchorMatcher(state.Faces.Select(f => new AnchoredFace(f.Id, f.ContentHash, f.Box)));
        List<FoundTag> found = [];
        List<string> problems = [.. file.Problems];
        foreach (var photo in file.Tags.GroupBy(tag => tag.PhotoId))
        {
            if (!photoOfPath.TryGetValue(photo.Key, out var id) || !state.HashOfPhoto.TryGetValue(id, out var hash))
            {
                problems.Add($"Tags: there is no photo '{photo.Key}'.");
                continue;
            }

            FaceTag[] tags = [.. photo];
            var faces = matcher.Match([.. tags.Select(tag => new Anchor(hash, tag.Box))]);
            found.AddRange(tags.Zip(faces).Where(pair => pair.Second is not null)
                .Select(pair => new FoundTag(pair.First, pair.Second!.Value)));
            problems.AddRange(tags.Zip(faces).Where(pair => pair.Second is null)
                .Select(pair => $"Tags: no face was found where '{pair.First.Name}' is tagged in '{photo.Key}'."));
        }

        return ([.. found.OrderBy(f => f.Tag.Name, StringComparer.Ordinal).ThenBy(f => f.Tag.PhotoId, StringComparer.Ordinal)
            .ThenBy(f => f.FaceId)], problems);
    }
}
