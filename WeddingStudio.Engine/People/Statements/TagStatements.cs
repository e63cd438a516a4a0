using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>A tag and the face it is about.</summary>
internal readonly record struct FoundTag(FaceTag Tag, int FaceId);

/// <summary>What must still be said for a tag to hold. Tags are taken name by name in one order, so earlier names stand firm.</summary>
internal static class TagStatements
{
    /// <param name="now">The people so far.</param>
    /// <param name="tags">All tags, in the order they are taken.</param>
    /// <param name="at">The tag that must hold.</param>
    /// <returns>The next statement, null when the tag holds.</returns>
    public static Statement? Next(FoldedPeople now, IReadOnlyList<FoundTag> tags, int at)
    {
        var (tag, faceId) = tags[at];
        var owner = now.PersonOfFace(faceId);
        if (owner is null)
            return new Statement(CorrectionKind.FaceDrawn, [], [faceId], []);

        var earlier = tags.Take(at).ToList();
        var home = earlier.Where(t => t.Tag.Name == tag.Name).Select(t => now.PersonOfFace(t.FaceId)).FirstOrDefault(p => p is not null);
        var role = tag.Role ?? (owner.Name == tag.Name ? owner.Role : null);
        var naming = (owner.Name, owner.Role) == (tag.Name, role)
            ? null
            : new Statement(CorrectionKind.Named, [owner.Id], [], []) { Name = tag.Name, Role = role };
        if (home is not null && home.Id == owner.Id)
            return owner.Name == tag.Name ? null : naming;
        var taken = earlier.Any(t => t.Tag.Name != tag.Name && now.PersonOf[t.FaceId] == owner.Id);
        if (taken)
            return new Statement(CorrectionKind.Moved, home is null ? [owner.Id] : [owner.Id, home.Id], [faceId], []);
        if (home is not null)
            return new Statement(CorrectionKind.Merged, [home.Id, owner.Id], [], []);

        return naming;
    }
}
