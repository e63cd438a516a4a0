namespace WeddingStudio.Engine.Data;

public static class FaceQueries
{
    /// <summary>Without faces drawn by hand that nobody is said to own: they wait for a redo, unseen.</summary>
    public static IQueryable<Face> Shown(this IQueryable<Face> faces) => faces.Where(face => !(face.Drawn && face.PersonId == null));
}
