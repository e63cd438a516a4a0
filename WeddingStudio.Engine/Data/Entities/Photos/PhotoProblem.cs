namespace WeddingStudio.Engine.Data;

/// <summary>Why a file did not become a photo, and what to do. Told, it continues a sentence that begins with the photo's path.</summary>
/// <param name="kind">What is wrong.</param>
/// <param name="arguments">As its words number them.</param>
public sealed class PhotoProblem(PhotoProblemKind kind, params IReadOnlyList<object> arguments)
{
    public PhotoProblemKind Kind => kind;

    public Message Told => new(CodeOf(kind), arguments);

    /// <summary>Another look at the same bytes may end otherwise: what is wrong has to do with the moment.</summary>
    public bool MayPass => kind is PhotoProblemKind.Gone or PhotoProblemKind.Link or PhotoProblemKind.Another
        or PhotoProblemKind.CannotBeOpened or PhotoProblemKind.TakesTooLong or PhotoProblemKind.NeedsTooMuch;

    public static PhotoProblem Parse(string told)
    {
        var message = Message.Parse(told);
        foreach (var kind in Enum.GetValues<PhotoProblemKind>())
        {
            if (CodeOf(kind) == message.Code)
                return new PhotoProblem(kind, message.Arguments);
        }

        return new PhotoProblem(PhotoProblemKind.Other, message.Code);
    }

    private static string CodeOf(PhotoProblemKind kind) => $"Photos.Problem{kind}";

    /// <summary>As it is stored.</summary>
    public override string ToString() => Told.ToString();

    public override bool Equals(object? obj) => obj is PhotoProblem other && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
