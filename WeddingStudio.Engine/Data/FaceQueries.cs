namespace WeddingStudio.Engine.Data;

public static class FaceQueries
{
    /// <summary>
    /// Faces below it are no faces, or nobody can tell whose: of all with three photos or more on two drawn weddings, LFW and friends the
    /// clearest face of such a person is at .11 at the most, of a true person at .20 at the least.
    /// </summary>
    public const double ClearFromQuality = .15;

    /// <summary>Without faces drawn by hand that nobody is said to own: they wait for a redo, unseen.</summary>
    public static IQueryable<Face> Shown(this IQueryable<Face> faces) => faces.Where(face => !(face.Drawn && face.PersonId == null));
}
